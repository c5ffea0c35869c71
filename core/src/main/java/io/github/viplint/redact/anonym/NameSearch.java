package io.github.viplint.redact.anonym;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the words that people made up: in names of hosts, domains, clusters, users and labs. */
final class NameSearch {
  private static final int SHORTEST = 3;

  private static final String NAME = "[A-Za-z0-9][\\w.-]{0,252}";

  /** Where a name stands, in the groups of the pattern. */
  private static final List<Pattern> PLACES =
      List.of(
          // a prompt, an e-mail address, an account of vSphere; not the end of user:password@host
          Pattern.compile("(?<![\\w:./+-])([A-Za-z][\\w.+-]{0,63})@([A-Za-z0-9][\\w.-]{0,252})"),
          Pattern.compile("(?<=@)(" + NAME + ")"),
          Pattern.compile("://(?:[^\\s/@]{1,256}@)?(" + NAME + ")"),
          // syslog, journalctl: time, host, program
          Pattern.compile(
              "(?m)^[A-Z][a-z]{2} [ \\d]\\d \\d\\d:\\d\\d:\\d\\d(?:\\.\\d+)? ("
                  + NAME
                  + ") [^\\s:]+?(?:\\[\\d+\\])?:"),
          Pattern.compile(
              "(?m)^\\d{4}-\\d\\d-\\d\\dT[\\d:.,+Z-]{8,32} (" + NAME + ") [^\\s:\\[]+\\[\\d+\\]:"),
          Pattern.compile("#viplint [^\\r\\n]{0,64}?host=(" + NAME + ")"),
          Pattern.compile(
              "(?im)(?:^|[\\s.\"'])(?:hostname|host-name|fqdn|_HOSTNAME)[\"']?[ \\t]*[=: ][ \\t]*[\"']?("
                  + NAME
                  + ")"),
          Pattern.compile("(?im)^[ \\t]*(?:search|domain|domains)[ \\t=]+([^#\\r\\n]{1,512})"),
          Pattern.compile("(?i)lookup (" + NAME + ")(?: on |:)"),
          Pattern.compile(
              "(?i)--(?:server|vsphere-username|tanzu-kubernetes-cluster-name"
                  + "|tanzu-kubernetes-cluster-namespace|namespace|context|cluster|user)[= ](?:https?://)?[\"']?([\\w@.-]{1,253})"),
          Pattern.compile("(?i)(?:use-context|context) \"?(" + NAME + ")"),
          Pattern.compile(
              "(?m)^[ \\t]+(" + NAME + ")[ \\t]*\\r?\\n(?=[ \\t]+" + NAME + "[ \\t]*\\r?$)"),
          Pattern.compile(
              "domain-c\\d+:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}-([A-Za-z0-9-]{1,253})"),
          Pattern.compile("(?:/home/|\\\\Users\\\\|/Users/)([\\w.-]{1,64})"),
          Pattern.compile("(?m)^[ \\t]*user[ \\t]+([\\w.-]{1,64})[ \\t]+(?:insecure-)?password"),
          Pattern.compile("stats[ \\t]+auth[ \\t]+([\\w.-]{1,64}):"),
          Pattern.compile("(?:certificate is valid for|not) (" + NAME + ")"),
          // what ends as domains do
          Pattern.compile(
              "(?<![\\w@/.-])((?:[A-Za-z0-9][\\w-]{0,62}\\.){1,8}(?:lab|local|lan|home|internal|corp|intranet"
                  + "|test|example|private|localdomain|com|net|org|io|edu|gov|eu|uk|de|ch|at|fr|nl|it|es|pl|cz"
                  + "|se|no|fi|dk|be|us|ca|au|nz|jp|in|br|biz|cloud|dev|tech|info))(?![\\w-])(?!\\.\\w)"));

  /** Everybody's domains and files, whatever stands before. */
  private static final Pattern COMMON =
      Pattern.compile(
          "(?i)(?:.*\\.)?(?:vmware\\.com|broadcom\\.com|kubernetes\\.io|k8s\\.io|github\\.com|haproxy\\.org"
              + "|haproxy\\.com|golang\\.org|google\\.com|ntp\\.org|cluster\\.local|in-addr\\.arpa|ip6\\.arpa)"
              + "|.*\\.(?:service|socket|target|slice|mount|timer|scope|path|cfg|conf|log|go|sh|txt|tgz|gz|py)");

  private static final Pattern PIECE = Pattern.compile("[A-Za-z0-9]+");
  private static final Pattern HEXADECIMAL = Pattern.compile("(?=.*\\d)[0-9a-f]{8,}");

  private final Words words;
  private final Set<String> found = new HashSet<>();

  NameSearch(Words words) {
    this.words = words;
  }

  /** Looks for names in a text. */
  void in(String text) {
    for (Pattern place : PLACES) {
      Matcher matcher = place.matcher(text);
      while (matcher.find()) {
        for (int i = 1; i <= matcher.groupCount(); i++) {
          for (String name : matcher.group(i).split("[\\s,]+")) {
            name(name);
          }
        }
      }
    }
  }

  /** Takes a name apart; each made-up word of it is one. */
  void name(String name) {
    if (COMMON.matcher(name).matches()) {
      return;
    }
    Matcher piece = PIECE.matcher(name);
    while (piece.find()) {
      String stem = stem(piece.group());
      if (stem.length() >= SHORTEST && !words.has(stem) && !HEXADECIMAL.matcher(stem).matches()) {
        found.add(stem);
      }
    }
  }

  /** Without the digits behind it: machines are numbered. */
  static String stem(String word) {
    int end = word.length();
    while (end > 0 && Character.isDigit(word.charAt(end - 1))) {
      end--;
    }
    return word.substring(0, end).toLowerCase(Locale.ROOT);
  }

  Set<String> found() {
    return Set.copyOf(found);
  }
}
