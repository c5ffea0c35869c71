package io.github.viplint.read.net;

import inet.ipaddr.IPAddress.IPVersion;
import io.github.viplint.capture.Capture;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * An {@code ip} command as it was typed: {@code ip -4 r s t 200}. Words may be shortened as far as
 * iproute2 lets them.
 *
 * @param object {@code r} or {@code route}, as typed
 * @param verb {@code s} or {@code show}, as typed; empty when left out
 * @param arguments what follows
 * @param family the one that it asks for; empty when it names none
 */
record IpCommand(String object, String verb, List<String> arguments, Optional<IPVersion> family) {
  private static final Set<String> OPTIONS_WITH_VALUE =
      Set.of("-n", "-netns", "-l", "-loops", "-rc", "-rcvbuf", "-b", "-batch");

  IpCommand {
    arguments = List.copyOf(arguments);
  }

  /** The command that printed {@code capture}, where it is known and one of {@code ip}. */
  static Optional<IpCommand> of(Capture capture) {
    return capture.command().flatMap(IpCommand::parse);
  }

  static Optional<IpCommand> parse(String command) {
    Iterator<String> words = ofOneCommand(command).iterator();
    while (words.hasNext()) {
      String word = words.next();
      if (word.equals("ip") || word.endsWith("/ip")) {
        return parse(words);
      }
    }
    return Optional.empty();
  }

  private static Optional<IpCommand> parse(Iterator<String> words) {
    Optional<IPVersion> family = Optional.empty();
    while (words.hasNext()) {
      String word = words.next();
      if (!word.startsWith("-")) {
        String verb = words.hasNext() ? words.next() : "";
        List<String> arguments = new ArrayList<>();
        words.forEachRemaining(arguments::add);
        return Optional.of(new IpCommand(word, verb, arguments, family));
      }
      String option = word.startsWith("--") ? word.substring(1) : word;
      if (option.equals("-f") || option.equals("-family")) {
        family = words.hasNext() ? family(words.next()) : family;
      } else if (OPTIONS_WITH_VALUE.contains(option) && words.hasNext()) {
        words.next();
      } else if (option.equals("-4") || option.equals("-6")) {
        family = family(option.equals("-4") ? "inet" : "inet6");
      }
    }
    return Optional.empty();
  }

  private static Optional<IPVersion> family(String name) {
    return switch (name) {
      case "inet" -> Optional.of(IPVersion.IPV4);
      case "inet6" -> Optional.of(IPVersion.IPV6);
      default -> Optional.empty();
    };
  }

  /** The words up to a pipe, a redirection or the next command. */
  private static List<String> ofOneCommand(String command) {
    List<String> words = new ArrayList<>();
    for (String word : command.replaceAll("[\"']", " ").strip().split("\\s+")) {
      int end = firstOf(word, "|;&<>");
      if (end != 0) {
        words.add(end < 0 ? word : word.substring(0, end));
      }
      if (end >= 0) {
        break;
      }
    }
    return words;
  }

  private static int firstOf(String word, String characters) {
    for (int i = 0; i < word.length(); i++) {
      if (characters.indexOf(word.charAt(i)) >= 0) {
        return i;
      }
    }
    return -1;
  }

  boolean isRoute() {
    return shortens(object, "route");
  }

  /** Whether it asks which way a packet goes. */
  boolean getsRoute() {
    return isRoute() && shortens(verb, "get");
  }

  boolean isAddress() {
    return shortens(object, "address");
  }

  /** Whether it lists, and does not change or ask for one answer. */
  boolean lists() {
    return verb.isEmpty() || shortens(verb, "show") || shortens(verb, "list") || isLs();
  }

  private boolean isLs() {
    return verb.equals("ls") || verb.equals("lst");
  }

  /** Whether {@code typed} is {@code word} or its beginning. */
  static boolean shortens(String typed, String word) {
    return !typed.isEmpty() && word.startsWith(typed.toLowerCase(Locale.ROOT));
  }
}
