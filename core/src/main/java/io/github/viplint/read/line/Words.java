package io.github.viplint.read.line;

import inet.ipaddr.IPAddress;
import io.github.viplint.model.AddressText;
import io.github.viplint.model.Cidr;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;

/** The words of a line, taken one after the other. */
public final class Words {

  /** A word, and where it stands in the capture's text. */
  public record Word(String text, int start, int end) {
    public static Word of(Token token) {
      return new Word(token.getText(), token.getStartIndex(), token.getStopIndex() + 1);
    }

    public boolean is(String other) {
      return text.equals(other);
    }
  }

  private final List<Word> words;
  private int taken;

  public Words(List<Word> words) {
    this.words = words;
  }

  /** All tokens of {@code tree}. */
  public static Words of(ParseTree tree) {
    List<Word> words = new ArrayList<>();
    collect(tree, words);
    return new Words(words);
  }

  private static void collect(ParseTree tree, List<Word> words) {
    for (int i = 0; i < tree.getChildCount(); i++) {
      ParseTree child = tree.getChild(i);
      if (!(child instanceof TerminalNode leaf)) {
        collect(child, words);
      } else if (leaf.getSymbol().getType() != Token.EOF) {
        words.add(Word.of(leaf.getSymbol()));
      }
    }
  }

  /** All words, taken or not. */
  public List<Word> all() {
    return words;
  }

  public boolean more() {
    return taken < words.size();
  }

  /** Whether the next word is {@code text}. */
  public boolean at(String text) {
    return more() && words.get(taken).is(text);
  }

  /** The next word's text, which stays; empty at the end. */
  public String peek() {
    return more() ? words.get(taken).text() : "";
  }

  public Word take() {
    return words.get(taken++);
  }

  /** Takes the next word if it is {@code text}. */
  public boolean skip(String text) {
    boolean there = at(text);
    if (there) {
      taken++;
    }
    return there;
  }

  /** Takes the word that says what {@code name} is. */
  public String value(String name) throws UnreadableLine {
    if (!more()) {
      throw new UnreadableLine("nothing follows '" + name + "'");
    }
    return take().text();
  }

  /** Takes a number from 0 to {@code most}, decimal or with {@code 0x} hexadecimal. */
  public long number(String name, long most) throws UnreadableLine {
    return Numbers.parse(value(name))
        .filter(number -> number <= most)
        .orElseThrow(() -> new UnreadableLine("'" + name + "' is followed by no such number"));
  }

  public IPAddress address(String name) throws UnreadableLine {
    return AddressText.address(value(name))
        .orElseThrow(() -> new UnreadableLine("'" + name + "' is followed by no address"));
  }

  /** Takes a prefix or a single address; empty for {@code all} and {@code any}. */
  public Optional<Cidr> selector(String name) throws UnreadableLine {
    String text = value(name);
    if (text.equals("all") || text.equals("any")) {
      return Optional.empty();
    }
    return Optional.of(
        AddressText.cidrOrAddress(text)
            .orElseThrow(
                () -> new UnreadableLine("'" + name + "' is followed by no address or prefix")));
  }
}
