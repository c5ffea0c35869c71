package io.github.viplint.model.haproxy;

import io.github.viplint.capture.Span;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Follows {@code .if}, {@code .elif}, {@code .else} and {@code .endif} as readcfgfile() of
 * haproxy's src/cfgparse.c does, and keeps the lines that one release reads. At the first fault
 * haproxy gives up; the lines behind it are kept all the same, for what else there is to say about
 * them.
 */
final class Blocks {
  private static final int DEEPEST = 100;
  private static final Set<String> MESSAGES = Set.of(".notice", ".warning", ".alert", ".diag");

  private final HaproxyVersion version;
  private final Map<Directive, BlockCondition> conditions;
  private final Deque<Block> open = new ArrayDeque<>();
  private final List<Directive> kept = new ArrayList<>();
  private Optional<SyntaxFault> fault = Optional.empty();

  private Blocks(HaproxyVersion version, Map<Directive, BlockCondition> conditions) {
    this.version = version;
    this.conditions = conditions;
  }

  /**
   * @param lines all lines, in the order written
   * @param conditions of the {@code .if} and {@code .elif} lines whose condition can be read
   */
  static Blocks follow(
      List<Directive> lines, Map<Directive, BlockCondition> conditions, HaproxyVersion version) {
    Blocks blocks = new Blocks(version, conditions);
    for (Directive line : lines) {
      if (isMacro(line)) {
        blocks.macro(line);
      } else {
        blocks.keep(line);
      }
    }
    if (!blocks.open.isEmpty()) {
      blocks.fault(SyntaxFault.Kind.OPEN_IF, blocks.open.peek().start);
    }
    return blocks;
  }

  /** Whether a line is for the parser itself, from 2.4 on. */
  static boolean isMacro(Directive line) {
    return line.keyword().startsWith(".") && line.prefix() == Directive.Prefix.NONE;
  }

  List<Directive> kept() {
    return kept;
  }

  /** The first one, at which haproxy stops reading. */
  Optional<SyntaxFault> fault() {
    return fault;
  }

  private void keep(Directive line) {
    Optional<Boolean> read = read();
    if (read.isEmpty()) {
      kept.add(line.inOpenBlock());
    } else if (read.get()) {
      kept.add(line);
    }
  }

  /** Whether haproxy reads the lines of the innermost block. */
  private Optional<Boolean> read() {
    return open.isEmpty() ? Optional.of(true) : open.peek().read;
  }

  private void macro(Directive line) {
    switch (line.keyword()) {
      case ".if" -> begin(line);
      case ".elif", ".else" -> branch(line);
      case ".endif" -> end(line);
      default -> message(line);
    }
  }

  private void begin(Directive line) {
    Block block = new Block(line.span(0), read());
    if (open.size() + 1 >= DEEPEST) {
      fault(SyntaxFault.Kind.NESTED_TOO_DEEP, line.span(0));
    }
    block.branch(block.mayBeRead() ? condition(line, block) : Optional.of(false));
    open.push(block);
  }

  private void branch(Directive line) {
    boolean last = line.keyword().equals(".else");
    if (last && has(line, 1)) {
      fault(SyntaxFault.Kind.UNEXPECTED_ARGUMENT, line.span(1));
    }
    if (open.isEmpty()) {
      fault(SyntaxFault.Kind.LONE_BRANCH, line.span(0));
      return;
    }
    Block block = open.peek();
    if (block.last) {
      fault(SyntaxFault.Kind.BRANCH_BEHIND_ELSE, line.span(0));
    }
    block.last |= last;
    block.branch(
        last ? Optional.of(true) : block.mayBeRead() ? condition(line, block) : Optional.of(false));
  }

  private void end(Directive line) {
    if (has(line, 1)) {
      fault(SyntaxFault.Kind.UNEXPECTED_ARGUMENT, line.span(1));
    }
    if (open.isEmpty()) {
      fault(SyntaxFault.Kind.LONE_BRANCH, line.span(0));
    } else {
      open.pop();
    }
  }

  /** An empty word is none for haproxy. */
  private static boolean has(Directive line, int word) {
    return line.size() > word && !line.word(word).isEmpty();
  }

  /** A line that is passed over says nothing, whatever it holds. */
  private void message(Directive line) {
    if (!read().orElse(false)) {
      return;
    }
    if (!MESSAGES.contains(line.keyword())) {
      fault(SyntaxFault.Kind.UNKNOWN_MACRO, line.span(0));
    } else if (has(line, 2)) {
      fault(SyntaxFault.Kind.UNEXPECTED_ARGUMENT, line.span(2));
    } else if (line.keyword().equals(".alert")) {
      fault(SyntaxFault.Kind.ALERT, line.span());
    }
  }

  private Optional<Boolean> condition(Directive line, Block block) {
    BlockCondition condition = conditions.get(line);
    if (condition == null || !condition.isKnownTo(version)) {
      if (block.isReached()) {
        fault(SyntaxFault.Kind.BAD_CONDITION, line.span(Math.min(1, line.size() - 1)));
      }
      return Optional.empty();
    }
    return condition.holds(version);
  }

  private void fault(SyntaxFault.Kind kind, Span span) {
    if (fault.isEmpty()) {
      fault = Optional.of(new SyntaxFault(kind, span));
    }
  }

  /** From an {@code .if} to its {@code .endif}. */
  private static final class Block {
    private final Span start;
    private final Optional<Boolean> outside;
    private boolean taken;
    private boolean perhapsTaken;
    private boolean last;
    private Optional<Boolean> read = Optional.of(false);

    Block(Span start, Optional<Boolean> outside) {
      this.start = start;
      this.outside = outside;
    }

    /** Whether a further branch may be read, so that haproxy looks at its condition. */
    boolean mayBeRead() {
      return !taken && outside.orElse(true);
    }

    /** Whether haproxy surely looks at the condition of a further branch. */
    boolean isReached() {
      return !taken && !perhapsTaken && outside.orElse(false);
    }

    /** Goes on to a branch with this condition. */
    void branch(Optional<Boolean> holds) {
      if (taken || !outside.orElse(true) || !holds.orElse(true)) {
        read = Optional.of(false);
        return;
      }
      boolean sure = holds.isPresent() && !perhapsTaken;
      read = sure ? outside : Optional.empty();
      taken = holds.isPresent();
      perhapsTaken |= holds.isEmpty();
    }
  }
}
