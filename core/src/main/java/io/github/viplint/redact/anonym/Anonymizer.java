package io.github.viplint.redact.anonym;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts other names and addresses in place of those of a run: the same for the same, in every text.
 * With one key also in every run, but for addresses within networks wider than /22 that only one of
 * the runs knows. Certificates hold names and addresses that can't be changed, and are cut.
 *
 * <p>No text gains or loses a line. Belongs to one thread.
 */
public final class Anonymizer {
  private static final int KEY = 32;

  /** So many characters of base64 hold the beginning of a PEM block. */
  private static final int HEAD = 24;

  /** An IPv4 address in a name. */
  private static final Pattern DASHED =
      Pattern.compile(
          "(?<![\\d.])(?<!\\d[-_])(?:[1-9]\\d{1,2}|[1-9])([-_])(?:\\d{1,3}\\1){2}\\d{1,3}(?![\\d]|[-_.]\\d)");

  private static final Pattern CERTIFICATE =
      Pattern.compile(
          "(?s)(?<=-----BEGIN (?:TRUSTED |X509 )?CERTIFICATE-----).{1,65536}?(?=-----END )");

  private static final Pattern ENCODED = Pattern.compile("LS0tLS1CRUdJTi[A-Za-z0-9+/=]{16,}");
  private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/]{8,}");

  private final Ipv4 ipv4;
  private final Ipv6 ipv6;
  private final MacAddress macs;
  private final Names names;

  private Anonymizer(Keyed keyed, Collection<String> texts, Collection<String> labels) {
    this.ipv4 = new Ipv4(keyed);
    this.macs = new MacAddress(keyed);
    this.ipv6 = new Ipv6(keyed, macs);
    NameSearch search = new NameSearch(Words.read());
    for (String text : texts) {
      ipv4.learn(text);
      ipv6.learn(text);
      search.in(text);
    }
    labels.forEach(search::name);
    this.names = new Names(keyed, search.found());
  }

  /**
   * Learns what the texts of a run name.
   *
   * @param key the same gives the same; empty for one that nobody will ever know
   * @param labels names that stand in no text: of folders, of hosts as the user calls them
   */
  public static Anonymizer of(
      Optional<String> key, Collection<String> texts, Collection<String> labels) {
    byte[] bytes =
        key.map(text -> text.getBytes(StandardCharsets.UTF_8))
            .orElseGet(
                () -> {
                  byte[] random = new byte[KEY];
                  new SecureRandom().nextBytes(random);
                  return random;
                });
    return new Anonymizer(new Keyed(bytes), texts, labels);
  }

  /** The text with other names and addresses. */
  public String apply(String text) {
    Map<String, String> known = new HashMap<>();
    String result =
        replaced(CERTIFICATE, text, match -> replaced(BASE64, match.group(), Anonymizer::cut));
    result = replaced(ENCODED, result, Anonymizer::cutCertificate);
    result = replaced(Names.UUID_TEXT, result, match -> names.uuid(match.group()));
    result = replaced(MacAddress.ADDRESS, result, match -> macs.of(match.group()));
    result =
        replaced(Ipv6.ADDRESS, result, match -> known.computeIfAbsent(match.group(), ipv6::of));
    result =
        replaced(Ipv4.ADDRESS, result, match -> known.computeIfAbsent(match.group(1), ipv4::of));
    result = replaced(Ipv4.SHORT, result, match -> match.group(1) + ipv4.of(match.group(2)));
    result = replaced(DASHED, result, match -> ipv4.of(match.group(), match.group(1).charAt(0)));
    return names.in(result);
  }

  private static String cutCertificate(MatchResult match) {
    String head = match.group().substring(0, HEAD);
    return new String(Base64.getDecoder().decode(head), StandardCharsets.ISO_8859_1)
            .startsWith("-----BEGIN CERT")
        ? cut(match)
        : match.group();
  }

  private static String cut(MatchResult match) {
    String letters = "MASKED";
    return letters
        .repeat(match.group().length() / letters.length() + 1)
        .substring(0, match.group().length());
  }

  private static String replaced(
      Pattern pattern, String text, Function<MatchResult, String> image) {
    return pattern.matcher(text).replaceAll(match -> Matcher.quoteReplacement(image.apply(match)));
  }
}
