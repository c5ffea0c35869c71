package io.github.viplint.grammar;

import io.github.viplint.grammar.TokenTable.Layout;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.Lexer;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.ATNConfigSet;
import org.antlr.v4.runtime.atn.ATNState;
import org.antlr.v4.runtime.atn.LexerATNSimulator;
import org.antlr.v4.runtime.atn.Transition;
import org.antlr.v4.runtime.dfa.DFAState;
import org.antlr.v4.runtime.misc.Interval;
import org.antlr.v4.runtime.misc.IntervalSet;

/**
 * The build's step that finds out what a lexer does. ANTLR itself is asked where each character
 * leads from each state, and the lexer itself what the end of a token means to it.
 */
public final class LexerCompiler {
  private static final CharStream NOTHING = CharStreams.fromString("");

  private final Lexer lexer;
  private final Asked asked;

  /** The first character of each range that every rule treats alike. */
  private final int[] firsts;

  private final Map<DFAState, Integer> numbers = new IdentityHashMap<>();
  private final List<DFAState> states = new ArrayList<>();
  private final List<Integer> modes = new ArrayList<>();

  private LexerCompiler(Lexer lexer) {
    this.lexer = lexer;
    this.asked = new Asked(lexer);
    this.firsts = firsts(lexer);
  }

  /**
   * @param arguments the folder with the classes of the lexers, to write into
   */
  public static void main(String... arguments) throws IOException, ReflectiveOperationException {
    Path folder = Path.of(arguments[0]);
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*Lexer.class")) {
      for (Path file : files) {
        String name = file.getFileName().toString().replace(".class", "");
        Class<?> type = Class.forName(LexerCompiler.class.getPackageName() + "." + name);
        if (Lexer.class.isAssignableFrom(type)) {
          Lexer lexer = (Lexer) type.getConstructor(CharStream.class).newInstance(NOTHING);
          Files.write(folder.resolve(name + ".tokens"), of(lexer));
        }
      }
    }
  }

  /**
   * What {@link TokenTable#of} reads.
   *
   * @throws IllegalArgumentException for a lexer that does more than a table can say
   */
  static byte[] of(Lexer lexer) {
    return new LexerCompiler(lexer).table();
  }

  private static int[] firsts(Lexer lexer) {
    BitSet firsts = new BitSet();
    firsts.set(0);
    for (ATNState state : lexer.getATN().states) {
      for (Transition transition : state.getTransitions()) {
        IntervalSet label = transition.isEpsilon() ? null : transition.label();
        if (label != null) {
          for (Interval interval : label.getIntervals()) {
            firsts.set(Math.max(0, interval.a));
            firsts.set(Math.min(interval.b, Character.MAX_VALUE) + 1);
          }
        }
      }
    }
    firsts.clear(Character.MAX_VALUE + 1);
    return firsts.stream().toArray();
  }

  private byte[] table() {
    List<List<Integer>> ways = ways();
    // ranges that lead the same ways are of one kind
    List<List<Integer>> kinds = ways.stream().distinct().toList();
    ByteArrayOutputStream table = new ByteArrayOutputStream();
    write(table, kinds.size());
    write(table, firsts.length);
    write(table, modes.size());
    write(table, states.size() + 1);
    for (int range = 0; range < firsts.length; range++) {
      table.write(firsts[range] >> Byte.SIZE);
      table.write(firsts[range]);
      table.write(kinds.indexOf(ways.get(range)));
    }
    modes.forEach(table::write);
    table.writeBytes(new byte[Layout.STATE]); // of the state that is nowhere
    for (DFAState state : states) {
      writeEnd(table, state);
    }
    table.writeBytes(new byte[kinds.size()]);
    for (int state = 0; state < states.size(); state++) {
      for (List<Integer> kind : kinds) {
        write(table, kind.get(state));
      }
    }
    return table.toByteArray();
  }

  /** For each range where it leads, from one state after the other. */
  private List<List<Integer>> ways() {
    List<List<Integer>> ways = new ArrayList<>();
    Arrays.stream(firsts).forEach(first -> ways.add(new ArrayList<>()));
    for (int mode = 0; mode < lexer.getATN().modeToStartState.size(); mode++) {
      modes.add(number(asked.start(mode)));
      for (int from = ways.get(0).size(); from < states.size(); from++) {
        for (int range = 0; range < firsts.length; range++) {
          ways.get(range).add(number(asked.next(mode, states.get(from), firsts[range])));
        }
      }
    }
    return ways;
  }

  private int number(DFAState state) {
    if (state == null || state == LexerATNSimulator.ERROR) {
      return TokenTable.NOWHERE;
    }
    return numbers.computeIfAbsent(
        state,
        found -> {
          states.add(found);
          return states.size();
        });
  }

  private void writeEnd(ByteArrayOutputStream table, DFAState state) {
    lexer._type = TokenTable.UNKNOWN;
    lexer._channel = Token.DEFAULT_CHANNEL;
    lexer._mode = modeOf(state);
    if (state.isAcceptState) {
      if (state.lexerActionExecutor != null) {
        state.lexerActionExecutor.execute(lexer, NOTHING, 0);
      }
      if (lexer._type == TokenTable.UNKNOWN) {
        lexer._type = state.prediction;
      }
    }
    if (!lexer._modeStack.isEmpty() || lexer._type == Lexer.MORE) {
      throw new IllegalArgumentException(lexer.getGrammarFileName() + ": a mode or more is kept");
    }
    if (lexer._type == Lexer.SKIP) {
      table.write(TokenTable.SKIPPED);
    } else {
      write(table, lexer._type);
    }
    write(table, lexer._channel);
    write(table, lexer._mode);
  }

  /** States are numbered mode by mode. */
  private int modeOf(DFAState state) {
    int mode = modes.size() - 1;
    while (modes.get(mode) > numbers.get(state)) {
      mode--;
    }
    return mode;
  }

  private void write(ByteArrayOutputStream table, int value) {
    if (value < 0 || value > TokenTable.MOST) {
      throw new IllegalArgumentException(lexer.getGrammarFileName() + ": no room for " + value);
    }
    table.write(value);
  }

  /** Leads from state to state. */
  private static final class Asked extends LexerATNSimulator {
    Asked(Lexer lexer) {
      super(
          lexer,
          lexer.getATN(),
          lexer.getInterpreter().decisionToDFA,
          lexer.getInterpreter().getSharedContextCache());
    }

    DFAState start(int mode) {
      this.mode = mode;
      return addDFAState(checked(computeStartState(NOTHING, atn.modeToStartState.get(mode))));
    }

    DFAState next(int mode, DFAState state, int c) {
      this.mode = mode;
      DFAState next = computeTargetState(NOTHING, state, c);
      checked(next.configs);
      return next;
    }

    private static ATNConfigSet checked(ATNConfigSet configs) {
      if (configs.hasSemanticContext) {
        throw new IllegalArgumentException("where a character leads depends on a predicate");
      }
      return configs;
    }
  }
}
