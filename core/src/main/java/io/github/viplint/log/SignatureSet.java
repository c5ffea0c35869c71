package io.github.viplint.log;

import com.google.re2j.Matcher;
import io.github.viplint.log.Signature.Form;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * All signatures of a run, and the scan for them: literals first, patterns on the candidates only.
 */
public final class SignatureSet {
  private final List<Signature> signatures;
  private final List<String> literals;

  /** For each form of all signatures, one behind the other, which literal it has. */
  private final int[] literalOf;

  private final Beginnings beginnings;
  private final LiteralSearch search;

  /**
   * @throws IllegalArgumentException when two signatures have the same id, or a literal has less
   *     than two bytes
   */
  public SignatureSet(List<Signature> signatures) {
    this.signatures = List.copyOf(signatures);
    Set<String> ids = new HashSet<>();
    Map<String, Integer> numbers = new LinkedHashMap<>();
    List<Integer> ofForms = new ArrayList<>();
    for (Signature signature : this.signatures) {
      if (!ids.add(signature.id())) {
        throw new IllegalArgumentException("two signatures are called " + signature.id());
      }
      for (Form form : signature.forms()) {
        Integer known = numbers.putIfAbsent(form.literal(), numbers.size());
        ofForms.add(known == null ? numbers.size() - 1 : known);
      }
    }
    this.literals = List.copyOf(numbers.keySet());
    this.literalOf = new int[ofForms.size()];
    Arrays.setAll(literalOf, ofForms::get);
    this.beginnings = new Beginnings(literals);
    this.search = new LiteralSearch(literals);
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
    return new Scan(text, literals, beginnings);
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
    int[] inMessage = beginnings.firstIn(message);
    List<Match> matches = new ArrayList<>();
    int number = 0;
    for (Signature signature : signatures) {
      Optional<Match> match = Optional.empty();
      for (Form form : signature.forms()) {
        boolean holds =
            form.headed()
                ? record.contains(form.literal())
                : inMessage[literalOf[number]] != Beginnings.NOWHERE;
        number++;
        if (holds && match.isEmpty()) {
          match = match(signature, form, form.headed() ? record : message);
        }
      }
      match.ifPresent(matches::add);
    }
    return matches;
  }

  private static Optional<Match> match(Signature signature, Form form, String text) {
    Matcher matcher = form.pattern().matcher(text);
    return matcher.find()
        ? Optional.of(new Match(signature, groups(form, matcher)))
        : Optional.empty();
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
    private static final int NONE = Beginnings.NOWHERE;

    /** For a text up to this length one pass is over before as many have begun as are literals. */
    private static final int SHORT = 1 << 14;

    private final String text;
    private final List<String> literals;
    private final int[] next;
    private int nearest = NONE;

    private Scan(String text, List<String> literals, Beginnings beginnings) {
      this.text = text;
      this.literals = literals;
      if (text.length() <= SHORT) {
        this.next = beginnings.firstIn(text);
        for (int at : next) {
          nearest = Math.min(nearest, at);
        }
      } else {
        this.next = new int[literals.size()];
        lookAhead(0, true);
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
