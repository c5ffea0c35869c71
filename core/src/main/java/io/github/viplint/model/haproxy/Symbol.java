package io.github.viplint.model.haproxy;

/** What a haproxy.cfg gives a name to and refers to by it. */
public enum Symbol {
  /** A {@code backend} or {@code listen} section, as where connections go. */
  BACKEND,
  /** A {@code frontend} or {@code listen} section. */
  FRONTEND,
  /** A {@code defaults} section with a name. */
  DEFAULTS,
  /** A proxy or a {@code peers} section, as the place of a table. */
  STICK_TABLE,
  USERLIST,
  PEERS,
  RESOLVERS,
  MAILERS,
  CACHE,
  RING,
  HTTP_ERRORS,
  FCGI_APP,
  LOG_FORWARD,
  LOG_PROFILE,
  PROGRAM,
  /** A condition with a name; known in its own section only. */
  ACL,
  /** A server; known in its own proxy. */
  SERVER,
  /** A user of a userlist. */
  USER,
  /** A group of a userlist. */
  GROUP
}
