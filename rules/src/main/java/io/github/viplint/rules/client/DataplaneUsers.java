package io.github.viplint.rules.client;

import io.github.viplint.lint.Findings;
import io.github.viplint.lint.HostView;
import io.github.viplint.lint.Severity;
import io.github.viplint.model.HaproxyCfg;
import io.github.viplint.model.haproxy.Directive;
import java.util.regex.Pattern;
import org.apache.commons.codec.digest.Crypt;

/** What the userlist of the Data Plane API says of its passwords. */
final class DataplaneUsers {
  /** The user list that the appliance's dataplaneapi.cfg names. */
  private static final String LIST = "controller";

  /** What the appliance takes where the OVF property is left blank. */
  private static final String DEFAULT = "haproxy";

  /** Each check of a password costs thousands of rounds of its digest. */
  private static final int MOST = 20;

  /** crypt(5): forms of hashes that people use elsewhere; what is none may have been altered. */
  private static final Pattern OTHER_FORMS =
      Pattern.compile("\\$(?:[56]\\$rounds=\\d+|2[abxy]?|y|gy|7|argon2[a-z]*)\\$");

  private DataplaneUsers() {}

  static void report(HostView host, Findings findings) {
    host.fact(HaproxyCfg.class).stream()
        .flatMap(cfg -> cfg.sections("userlist"))
        .filter(section -> section.name().equals(LIST))
        .flatMap(section -> section.directives("user"))
        .filter(user -> user.size() > 3)
        .limit(MOST)
        .forEach(user -> report(host, user, findings));
  }

  private static void report(HostView host, Directive user, Findings findings) {
    String given = user.word(3);
    boolean plain = user.word(2).equals("insecure-password");
    if (plain ? given.equals(DEFAULT) : isHashOf(DEFAULT, given)) {
      findings
          .at(
              host,
              user.span(1),
              "the password of Data Plane API user " + user.word(1) + " is the default one")
          .severity(Severity.WARNING)
          .label("whoever reaches port 5556 can program haproxy")
          .help("set a password of your own, give it to vCenter, and restart dataplaneapi")
          .subject(user.word(1))
          .report();
    } else if (!plain && OTHER_FORMS.matcher(given).lookingAt()) {
      findings
          .at(
              host,
              user.span(1),
              "the Data Plane API can't check the password of "
                  + user.word(1)
                  + ": its hash is of a form that it does not know")
          .severity(Severity.INFO)
          .label("it knows $1$, $5$ and $6$ with a salt and nothing else")
          .help("make the hash with `openssl passwd -6`, and restart dataplaneapi")
          .subject(user.word(1))
          .report();
    }
  }

  /** Split at each $ it must give four parts, so that $5$rounds=N$… never matches (v2.1.0). */
  private static boolean canBeChecked(String hash) {
    String[] parts = hash.split("\\$", -1);
    return parts.length == 4 && parts[1].matches("[156]");
  }

  private static boolean isHashOf(String password, String hash) {
    try {
      return canBeChecked(hash) && Crypt.crypt(password, hash).equals(hash);
    } catch (IllegalArgumentException e) {
      return false; // no salt
    }
  }
}
