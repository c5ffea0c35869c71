package io.github.viplint.redact;

import io.github.viplint.capture.Secret.Kind;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A way in which a secret stands in a line. */
final class Form {
  /** A word of haproxy.cfg or of a shell: parts with and without quotes. */
  private static final String WORD =
      "(?<s>(?:\"(?:[^\"\\\\\\r\\n]|\\\\.){0,512}\"|'[^'\\r\\n]{0,512}'|\\\\.|[^\\s\"'\\\\]){1,512})";

  /** As it is written above: what a page makes of one is a blank, too. */
  private static final String BLANK = "[ \\t\u00a0]";

  /**
   * A value in JSON, YAML, a log: quoted, or up to a blank. Possessive where a choice is repeated:
   * anything else takes a stack frame for each repetition.
   */
  private static final String VALUE =
      "(?:\\\\[\"'])?(?<s>\"(?:[^\"\\\\\\r\\n]|\\\\.){1,4096}+\""
          + "|'(?!'(?!'))[^'\\r\\n]{0,4096}(?:''[^'\\r\\n]{0,4096}){0,64}'"
          + "|(?:[^\\s\"'<>\\\\]|\\\\(?![\"'])){1,4096}+)";

  /** What stands between a name and its value, the name's own quote included. */
  private static final String IS = "(?:\\.value)?\\\\?[\"']?[ \\t]{0,8}(?:=>|:=|[=:])[ \\t]{0,8}";

  private static final String NAMED =
      "\\w{0,64}(?:password|passwd|pwd|_pass|secret|token)\\w{0,32}";

  /** All forms. */
  static final List<Form> ALL =
      List.of(
          // of haproxy.cfg: what is no insecure-password is a hash, DES and altered ones too
          sure(Kind.HASH, "user[ \\t]+\\S{1,128}[ \\t]+password[ \\t]+(?!#)" + WORD, Clue.PASSWORD),
          sure(
              Kind.PASSWORD,
              "user[ \\t]+\\S{1,128}[ \\t]+(?:insecure-)?password[ \\t]+(?!#)" + WORD,
              Clue.PASSWORD),
          sure(Kind.PASSWORD, "insecure-password[ \\t]+(?!#)" + WORD, Clue.PASSWORD),
          sure(Kind.PASSWORD, "stats[ \\t]+auth[ \\t]+[^\\s:\"']{1,128}:" + WORD, Clue.AUTH),
          sure(
              Kind.PASSWORD,
              "stats[ \\t]+auth[ \\t]+\"[^\\r\\n:\"]{1,128}:(?<s>[^\"\\r\\n]{1,512})\"",
              Clue.AUTH),
          sure(Kind.TOKEN, "dynamic-cookie-key[ \\t]+" + WORD, Clue.KEY),
          // crypt(3): $1$, $5$, $6$, $2y$, $y$, $apr1$
          sure(
              Kind.HASH, "(?<s>\\$(?:[0-9][a-z]?|y|gy|apr1)\\$[./0-9A-Za-z$=,]{8,512})", Clue.HASH),
          // what a shell is told
          sure(
              Kind.PASSWORD,
              "(?i)(?:\\bset[ \\t]+|\\bexport[ \\t]+|\\bsetx[ \\t]+|\\$env:|^[ \\t]*|[ \\t])"
                  + "[A-Z]\\w{0,64}_(?:PASSWORD|PASSWD|PASS|PWD|SECRET|TOKEN)[ \\t]{0,4}=[ \\t]{0,4}"
                  + WORD,
              Clue.PASSWORD,
              Clue.SECRET,
              Clue.TOKEN),
          sure(
              Kind.PASSWORD,
              "(?i)\\bset[ \\t]+(?<q>\"?)" + NAMED + "=(?<s>[^\\r\\n&|\"]{1,512})",
              Clue.PASSWORD,
              Clue.SECRET,
              Clue.TOKEN),
          maybe(
              Kind.PASSWORD,
              "(?i)(?:password|passwd|_pwd|_pass|\\bpass|secret|api[-_]?key|SSHPASS)[a-z_]{0,32}"
                  + IS
                  + VALUE,
              Clue.PASSWORD,
              Clue.SECRET,
              Clue.KEY),
          sure(Kind.PASSWORD, "(?:_pwd|_password)" + IS + VALUE, Clue.PASSWORD),
          sure(Kind.PASSWORD, "\\bPWD:[ \\t]{1,8}(?!/)(?<s>\\S{1,512})", Clue.PASSWORD),
          sure(
              Kind.PASSWORD,
              "(?i)invalid password:[ \\t]{0,8}(?<s>[^\"\\\\\\r\\n]{1,512})",
              Clue.PASSWORD),
          sure(
              Kind.PASSWORD,
              "(?i)(?:pwd|password|cert_key)\"[ \\t]*[,:][ \\t]*(?:\"value\"[ \\t]*:[ \\t]*)?\"(?<s>[^\"\\r\\n]{1,4096})\"",
              Clue.PASSWORD,
              Clue.KEY),
          sure(
              Kind.PASSWORD,
              "(?i)key=[\"'][^\"'\\r\\n]{0,128}(?:pwd|password|cert_key)[\"'][^>\\r\\n]{0,128}?value=[\"'](?<s>[^\"'\\r\\n]{1,4096})[\"']",
              Clue.PASSWORD,
              Clue.KEY),
          sure(
              Kind.TOKEN,
              "(?i)authorization[\"']?(?:[ \\t,=\"'\\[:]{1,8}(?:basic|bearer|negotiate|ntlm|sign)[ \\t]{1,8})(?<s>[^\\s\"'\\]]{1,8192})",
              Clue.AUTH),
          sure(
              Kind.TOKEN,
              "(?i)authorization[\"']?[ \\t:=\\[\"']{1,8}(?:digest|sign)[ \\t]{1,8}(?<s>[^\\r\\n]{1,8192})",
              Clue.AUTH),
          maybe(
              Kind.TOKEN,
              "(?i)authorization[\"']?[ \\t]{0,8}:[ \\t\\[]{0,8}[\"']?(?!(?:basic|bearer|digest|negotiate|ntlm|sign)[ \\t])(?<s>[^\\s\"'\\]]{1,8192})",
              Clue.AUTH),
          sure(Kind.PRIVATE_KEY, "(?i)key-data[\"']?[ \\t]{0,8}:[ \\t]{0,8}" + VALUE, Clue.KEY),
          maybe(
              Kind.PRIVATE_KEY, "(?<![\\w+/])(?<s>LS0tLS1CRUdJTi[A-Za-z0-9+/=]{16,})", Clue.BASE64),
          sure(Kind.TOKEN, "(?i)session-id[\"']?[ \\t]{0,8}[:=][ \\t]{0,8}" + VALUE, Clue.SECRET),
          sure(
              Kind.TOKEN,
              "(?<![\\w-])(?<s>eyJ[\\w-]{6,8192}+\\.[\\w-]{4,8192}+(?:\\.[\\w-]{0,8192})?)",
              Clue.BASE64),
          maybe(Kind.TOKEN, "(?<![\\w+/-])(?<s>eyJ[A-Za-z0-9+/_-]{20,8192}={0,2})", Clue.BASE64),
          maybe(
              Kind.PASSWORD,
              "(?:^|(?<=[ \\t]))(?:-u|-U|--user|--proxy-user)[ \\t=]*[^\\s:\"']{1,128}:(?!//)"
                  + WORD,
              Clue.USER),
          maybe(
                  Kind.PASSWORD,
                  "(?:^|(?<=[ \\t]))(?:-u|-U|--user|--proxy-user)[ \\t=]*(?:\"[^\\r\\n:\"]{1,128}:(?!//)(?<s>[^\"\\r\\n]{1,512})\")",
                  Clue.USER)
              .having("\""),
          maybe(
                  Kind.PASSWORD,
                  "(?:^|(?<=[ \\t]))(?:-u|-U|--user|--proxy-user)[ \\t=]*(?:'[^\\r\\n:']{1,128}:(?!//)(?<s>[^'\\r\\n]{1,512})')",
                  Clue.USER)
              .having("'"),
          sure(Kind.PASSWORD, "://[^\\s/:]{0,128}:(?<s>[^\\s/\"'<>]{1,512})@", Clue.URL)
              .having("@"),
          sure(
                  Kind.PASSWORD,
                  "(?i)_URL=[\"']?[^\\s/:\"']{1,128}:(?<s>[^\\s/\"'<>]{1,512})@",
                  Clue.URL)
              .having("@"),
          maybe(
              Kind.PASSWORD,
              "(?i)-(?:password|passwd|token|secret)(?:[ \\t]+|=|:)" + WORD,
              Clue.PASSWORD,
              Clue.SECRET,
              Clue.TOKEN),
          sure(
                  Kind.PASSWORD,
                  "(?:sshpass|login)\\b[^\\r\\n]{0,128}?[ \\t]-p[ \\t]*" + WORD,
                  Clue.PASSWORD,
                  Clue.LOGIN)
              .having("-p"),
          sure(
              Kind.PASSWORD,
              "echo[ \\t]+[\"']?[\\w.-]{1,64}:(?<s>[^\\s\"'|]{1,512})[\"']?[ \\t]*\\|[^|\\r\\n]{0,32}chpasswd",
              Clue.PASSWORD),
          sure(Kind.PASSWORD, "(?:-pass(?:in|out)?[ \\t]+)pass:" + WORD, Clue.PASSWORD),
          maybe(
              Kind.PASSWORD,
              "openssl[ \\t]+passwd\\b[^\\r\\n|;]{0,128}?[ \\t](?<s>(?!-)\\S{1,512})[ \\t]*(?:$|[|;])",
              Clue.PASSWORD),
          maybe(Kind.TOKEN, "(?i)token" + IS + "(?=\\S{0,64}\\d)" + VALUE, Clue.TOKEN));

  private final Kind kind;
  private final boolean sure;
  private final Set<Clue> clues;
  private final String regex;
  private final String piece;
  private volatile @Nullable Pattern compiled;

  private Form(Kind kind, boolean sure, Set<Clue> clues, String regex, String piece) {
    this.piece = piece;
    this.kind = kind;
    this.sure = sure;
    this.clues = clues;
    this.regex = regex;
  }

  private static Form sure(Kind kind, String pattern, Clue... clues) {
    return new Form(kind, true, Set.of(clues), pattern, "");
  }

  private static Form maybe(Kind kind, String pattern, Clue... clues) {
    return new Form(kind, false, Set.of(clues), pattern, "");
  }

  /** The same form, of which each line has this piece. */
  private Form having(String other) {
    return new Form(kind, sure, clues, regex, other);
  }

  Kind kind() {
    return kind;
  }

  /** Whether nothing but a secret stands so. */
  boolean sure() {
    return sure;
  }

  /** One of these is in every line that it fits. */
  Set<Clue> clues() {
    return clues;
  }

  /** A cheap look that spares most lines the pattern. */
  boolean mayBeIn(String line, Set<Clue> found) {
    return !Collections.disjoint(clues, found) && line.contains(piece);
  }

  /** Its group {@code s} is the secret. Compiled for the first line that has a clue. */
  Pattern pattern() {
    Pattern known = compiled;
    if (known == null) {
      known = Pattern.compile(regex.replace("[ \\t]", BLANK));
      compiled = known;
    }
    return known;
  }
}
