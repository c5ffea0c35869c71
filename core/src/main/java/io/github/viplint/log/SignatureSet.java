package io.github.viplint.log;

import com.google.re2j.Matcher;
import io.github.viplint.log.Signature.Form;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * All signatures of a run, and the scan for them: literals first, patterns on the candidates only.
 */
public final class SignatureSet {
  /** First characters are told apart by so many of their bits. */
  private static final int FIRST = 0x7F;

  private final List<Signature> signatures;
  private final List<String> literals;
  private final int[][] byFirst = new int[FIRST + 1][];
  private final LiteralSearch search;

  /**
   * @throws IllegalArgumentException when two signatures have the same id, or a literal has less
   *     than two bytes
   */
  public SignatureSet(List<Signature> signatures) {
    this.signatures = List.copyOf(signatures);
    this.literals =
        this.signatures.stream()
            .flatMap(signature -> signature.forms().stream())
            .map(Form::literal)
            .distinct()
            .toList();
    for (int i = 0; i < literals.size(); i++) {
      int first = literals.get(i).charAt(0) & FIRST;
      int[] others = byFirst[first] == null ? new int[0] : byFirst[first];
      byFirst[first] = Arrays.copyOf(others, others.length + 1);
      byFirst[first][others.length] = i;
    }
    this.search = new LiteralSearch(literals);
    Set<String> ids = new HashSet<>();
    for (Signature signature : this.signatures) {
      if (!ids.add(signature.id())) {
        throw new IllegalArgumentException("two signatures are called " + signature.id());
      }
    }
  }

  public List<Signature> signatures() {
    return signatures;
  }

  /** Looks for the literals of all signatures in bytes. */
  public LiteralSearch literalSearch() {
    return search;
  }

  /** Looks for {@code more} as well. */
  public LiteralSearch literalSearch(List<String> more) {
    List<String> all = new ArrayList<>(literals);
    all.addAll(more);
    return new LiteralSearch(all);
  }

  /** Begins a scan of {@code text} from front to back. */
  public Scan scan(String text) {
    return new Scan(text, literals, byFirst);
  }

  /** Whether {@code message} holds the literal of any signature. */
  public boolean isCandidate(String message) {
    for (String literal : literals) {
      if (message.contains(literal)) {
        return true;
      }
    }
    return false;
  }

  /** The signatures that a message without a head matches. */
  public List<Match> match(String message) {
    return match(message, message);
  }

  /**
   * The signatures that match, in the order of the set.
   *
   * @param record the message with the head of its line
   */
  public List<Match> match(String message, String record) {
    List<Match> matches = new ArrayList<>();
    for (Signature signature : signatures) {
      match(signature, message, record).ifPresent(matches::add);
    }
    return matches;
  }

  private static Optional<Match> match(Signature signature, String message, String record) {
    for (Form form : signature.forms()) {
      String text = form.headed() ? record : message;
      if (text.contains(form.literal())) {
        Matcher matcher = form.pattern().matcher(text);
        if (matcher.find()) {
          return Optional.of(new Match(signature, groups(form, matcher)));
        }
      }
    }
    return Optional.empty();
  }

  private static Map<String, String> groups(Form form, Matcher matcher) {
    Map<String, String> groups = new HashMap<>();
    form.pattern()
        .namedGroups()
        .forEach(
            (name, index) -> {
              String value = matcher.group(index);
              if (value != null) {
                groups.put(name, value);
              }
            });
    return groups;
  }

  /**
   * A message that matched.
   *
   * @param groups the named groups that took part in the match
   */
  public record Match(Signature signature, Map<String, String> groups) {
    public Match {
      groups = Map.copyOf(groups);
    }
  }

  /**
   * One pass over a text, line after line. Each literal is looked for once, ahead of the line asked
   * for, so that a line costs one comparison and no line is copied.
   */
  public static final class Scan {
    private static final int NONE = Integer.MAX_VALUE;

    /** For a text up to this length one pass is over before as many have begun as are literals. */
    private static final int SHORT = 1 << 14;

    private final String text;
    private final List<String> literals;
    private final int[] next;
    private int nearest;

    private Scan(String text, List<String> literals, int[][] byFirst) {
      this.text = text;
      this.literals = literals;
      this.next = new int[literals.size()];
      if (text.length() <= SHORT) {
        lookForAll(byFirst);
      } else {
        lookAhead(0, true);
      }
    }

    private void lookForAll(int[][] byFirst) {
      Arrays.fill(next, NONE);
      nearest = NONE;
      for (int at = 0; at < text.length(); at++) {
        int[] possible = byFirst[text.charAt(at) & FIRST];
        if (possible != null) {
          for (int i : possible) {
            if (next[i] == NONE && text.startsWith(literals.get(i), at)) {
              next[i] = at;
              nearest = Math.min(nearest, at);
            }
          }
        }
      }
    }

    /**
     * Whether a literal stands between {@code from} and {@code to}. From call to call {@code from}
     * must not go back.
     */
    public boolean within(int from, int to) {
      if (nearest < from) {
        lookAhead(from, false);
      }
      if (nearest >= to) {
        return false;
      }
      for (int i = 0; i < next.length; i++) {
        if (next[i] < to && next[i] + literals.get(i).length() <= to) {
          return true;
        }
      }
      return false;
    }

    private void lookAhead(int from, boolean first) {
      nearest = NONE;
      for (int i = 0; i < next.length; i++) {
        if (first || next[i] < from) {
          int found = text.indexOf(literals.get(i), from);
          next[i] = found < 0 ? NONE : found;
        }
        nearest = Math.min(nearest, next[i]);
      }
    }
  }
}
