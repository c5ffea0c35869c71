package io.github.viplint.intake;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;

/**
 * A shell's prompt with what was typed behind it.
 *
 * @param start where in the line it begins
 * @param host the host's first label
 * @param folder the folder as the prompt shows it
 * @param typed the command, empty when nothing was typed
 * @param sure nothing but a prompt looks so; {@code $ } and {@code # } alone are not
 */
record Prompt(
    int start,
    Optional<String> user,
    Optional<String> host,
    Optional<String> folder,
    String typed,
    boolean sure) {
  private static final int LONGEST = 8192;

  /** With what a user may be called in place of {@code USER}. */
  private static final String FORMS =
      // root@haproxy [ ~ ]# : Photon OS
      "(?<u1>USER)@(?<h1>[\\w.-]{1,255}) \\[ (?<d1>[^\\]]{1,255}) \\][#$]"
          // user@host:~$
          + "|(?<u2>USER)@(?<h2>[\\w.-]{1,255}):(?<d2>[~/][^$#]{0,255}?)[#$](?=\\s|$|[a-z][\\w-]{0,20}(?: |$))"
          // [user@host dir]$
          + "|\\[(?<u3>USER)@(?<h3>[\\w.-]{1,255}) (?<d3>[^\\]]{1,255})\\][#$](?=\\s|$)"
          // [root@esx:~] : ESXi
          + "|\\[(?<u4>USER)@(?<h4>[\\w.-]{1,255}):(?<d4>[~/][^\\]]{0,255})\\](?=\\s|$)"
          // user@host dir % : zsh
          + "|(?<u5>USER)@(?<h5>[\\w.-]{1,255}) (?<d5>\\S{1,255}) %(?=\\s|$)";

  /** A clock, or the name of a Python environment. */
  private static final String DECORATION =
      "\\s{0,16}(?:\\[?\\d\\d:\\d\\d(?::\\d\\d)?\\]? |\\([\\w./-]{1,60}\\) )?";

  /** Not digits first: {@code 192.0.2.9root@haproxy} is an address without a newline behind it. */
  private static final String NAME = "[A-Za-z_][\\w.-]{0,63}";

  private static final TextForm AT_START =
      TextForm.with("@", DECORATION + "(?:" + FORMS.replace("USER", NAME) + ")");
  private static final TextForm WINDOWS =
      TextForm.with(">", "(?:PS (?:[A-Za-z]:\\\\|/)[^>|\"]{0,255}|[A-Za-z]:\\\\[^>|\"]{0,255})>");
  private static final TextForm GLUED =
      TextForm.with("@", FORMS.replace("USER", "(?:root|admin|ubuntu|photon|vmware-system-user)"));

  /** {@code haproxy:~ #}: SUSE. */
  private static final TextForm SUSE =
      TextForm.with(" #", "(?<h>[\\w-]{1,63}):(?<d>[~/]\\S{0,255}) #(?=\\s|$)");

  /** {@code bash-5.1#}: a shell that nobody gave a prompt. */
  private static final TextForm PLAIN =
      TextForm.with("sh-", "(?:ba|da|z)?sh-\\d+\\.\\d+[#$](?=\\s|$)");

  private static final TextForm VCENTER = TextForm.with("Command>", "Command> ?");

  /** Those that name no host. */
  private static final List<TextForm> BARE = List.of(WINDOWS, VCENTER, PLAIN);

  /** Those that are told by a piece of them. */
  static final List<TextForm> QUICK = List.of(SUSE, WINDOWS, VCENTER, PLAIN);

  /** The prompt that a line begins with. */
  static Optional<Prompt> at(String line) {
    if (line.isEmpty() || line.length() > LONGEST) {
      return Optional.empty();
    }
    Optional<Matcher> shell = AT_START.beginning(line);
    if (shell.isPresent()) {
      return Optional.of(named(shell.get(), line, 0));
    }
    Optional<Matcher> suse = SUSE.beginning(line);
    if (suse.isPresent()) {
      return Optional.of(
          new Prompt(
              0,
              Optional.empty(),
              Optional.of(suse.get().group("h")),
              Optional.of(suse.get().group("d")),
              line.substring(suse.get().end()).strip(),
              true));
    }
    if (line.startsWith("$ ") && line.length() > 2 && !Character.isWhitespace(line.charAt(2))) {
      return Optional.of(bare(line.substring(2), false));
    }
    for (TextForm form : BARE) {
      Optional<Matcher> prompt = form.beginning(line);
      if (prompt.isPresent()) {
        return Optional.of(bare(line.substring(prompt.get().end()), true));
      }
    }
    return Optional.empty();
  }

  /** The prompt that stands in the middle of a line, behind text without a newline. */
  static Optional<Prompt> glued(String line, Set<String> users) {
    if (line.length() > LONGEST || line.indexOf('@') < 0) {
      return Optional.empty();
    }
    Matcher matcher = GLUED.pattern().matcher(line);
    if (matcher.find() && matcher.start() > 0) {
      return Optional.of(named(matcher, line, matcher.start()));
    }
    for (String user : users) {
      for (int at = line.indexOf(user + "@", 1); at > 0; at = line.indexOf(user + "@", at + 1)) {
        Matcher seen = AT_START.pattern().matcher(line).region(at, line.length());
        if (seen.lookingAt()) {
          return Optional.of(named(seen, line, at));
        }
      }
    }
    return Optional.empty();
  }

  private static Prompt named(Matcher matcher, String line, int start) {
    for (int form = 1; form <= 5; form++) {
      if (matcher.group("h" + form) != null) {
        String host = matcher.group("h" + form);
        int dot = host.indexOf('.');
        return new Prompt(
            start,
            Optional.of(matcher.group("u" + form)),
            Optional.of(dot > 0 ? host.substring(0, dot) : host),
            Optional.of(matcher.group("d" + form).strip()),
            line.substring(matcher.end()).strip(),
            true);
      }
    }
    throw new IllegalStateException("a prompt has one of its forms");
  }

  private static Prompt bare(String typed, boolean sure) {
    return new Prompt(0, Optional.empty(), Optional.empty(), Optional.empty(), typed.strip(), sure);
  }
}
