package io.github.viplint.cli;

import io.github.viplint.Viplint;
import io.github.viplint.lint.NearestName;
import io.github.viplint.lint.Options;
import io.github.viplint.report.Visible;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * The program. It reads and writes only the streams that it was given, so that tests need no
 * process.
 */
public final class Main {

  private final InputStream in;
  private final PrintStream out;
  private final PrintStream err;
  private final Terminal terminal;
  private final Function<Options, Viplint> library;

  /**
   * Makes a program on these streams, none of them a terminal; it closes none of them.
   *
   * @param in what {@code -} and piped input mean
   * @param out where findings go, in UTF-8
   * @param err where everything else goes, in UTF-8
   */
  public Main(InputStream in, PrintStream out, PrintStream err) {
    this(in, out, err, Terminal.NONE, Viplint::standard);
  }

  Main(
      InputStream in,
      PrintStream out,
      PrintStream err,
      Terminal terminal,
      Function<Options, Viplint> library) {
    this.in = in;
    this.out = out;
    this.err = err;
    this.terminal = terminal;
    this.library = library;
  }

  /**
   * Runs one command line. Whoever reads the output may go away in the middle of it.
   *
   * @param args the arguments, without the program's name
   * @return the exit code, as {@code viplint --help} lists them
   */
  public int run(String... args) {
    PrintWriter outWriter = new PrintWriter(out, false, StandardCharsets.UTF_8);
    PrintWriter errWriter = new PrintWriter(err, false, StandardCharsets.UTF_8);
    try {
      Session session = new Session(in, outWriter, errWriter, terminal, this::library);
      Commands commands = new Commands(session);
      Arguments arguments = Arguments.of(commands, args);
      return arguments.arePathsToCheck()
          ? check(session, arguments.args())
          : execute(commands, arguments, session);
    } catch (Exception | Error e) { // whatever it is, nobody is shown a stack trace
      return broke(e, errWriter);
    } finally {
      outWriter.flush();
      errWriter.flush();
    }
  }

  private Viplint library(Options options) {
    try {
      return library.apply(options);
    } catch (IllegalArgumentException e) {
      throw new NoRules(e);
    }
  }

  /** There is no rule to run, or two of one name: a broken installation, known at the start. */
  private static final class NoRules extends RuntimeException {
    private static final long serialVersionUID = 1;

    NoRules(IllegalArgumentException cause) {
      super(cause.getMessage(), cause);
    }
  }

  /** Most runs are like that, and need no parser: to start one takes longer than a lint. */
  private static int check(Session session, List<String> paths) throws IOException {
    try {
      return CheckCommand.of(session, paths).call();
    } catch (UsageException e) {
      return wrongUsage(e, "viplint " + Commands.DEFAULT, session.err());
    }
  }

  private static int execute(Commands commands, Arguments arguments, Session session) {
    return commands
        .program(arguments.command().map(List::of).orElseGet(commands::names))
        .setOut(session.out())
        .setErr(session.err())
        .setExpandAtFiles(false)
        .setColorScheme(Help.defaultColorScheme(Help.Ansi.OFF))
        .setParameterExceptionHandler((e, args) -> wrongUsage(e, session.err()))
        .setExecutionExceptionHandler(
            (e, command, result) ->
                e instanceof UsageException wrong
                    ? wrongUsage(wrong, name(command), session.err())
                    : broke(e, session.err()))
        .execute(arguments.toArray());
  }

  private static int wrongUsage(ParameterException e, PrintWriter err) {
    err.println("viplint: " + Visible.line(e.getMessage()));
    if (e instanceof UnmatchedArgumentException unmatched) {
      NearestName.to(unmatched.getUnmatched().get(0), optionNames(e.getCommandLine()))
          .ifPresent(name -> err.println("Did you mean " + name + "?"));
    }
    return help(name(e.getCommandLine()), err);
  }

  private static int wrongUsage(UsageException e, String command, PrintWriter err) {
    err.println("viplint: " + Visible.line(e.getMessage()));
    return help(command, err);
  }

  private static int help(String command, PrintWriter err) {
    err.println("Try `" + command + " --help`.");
    return Exit.USAGE;
  }

  private static String name(CommandLine command) {
    return command.getCommandSpec().qualifiedName();
  }

  private static List<String> optionNames(CommandLine command) {
    return command.getCommandSpec().options().stream()
        .map(CommandLine.Model.OptionSpec::longestName)
        .toList();
  }

  private static int broke(Throwable e, PrintWriter err) {
    if (e instanceof NoRules) {
      err.println("viplint: " + e.getMessage());
      return Exit.USAGE;
    }
    if (e instanceof OutOfMemoryError) {
      err.println(
          "viplint: out of memory: give fewer inputs, or raise the limit with"
              + " JAVA_TOOL_OPTIONS=-Xmx4g");
      return Exit.INTERNAL;
    }
    // The message could hold text of an input.
    err.println("viplint: internal error: " + e.getClass().getName());
    return Exit.INTERNAL;
  }

  /** Why a file could not be written, in words. */
  static String reason(IOException e) {
    if (e instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (e instanceof NoSuchFileException) {
      return "no such file or folder";
    }
    return e.getClass().getSimpleName();
  }

  /** The entry point of the launcher. */
  public static void main(String[] args) {
    PrintStream out = stream(FileDescriptor.out);
    PrintStream err = stream(FileDescriptor.err);
    int exit = new Main(System.in, out, err, Terminal.ofProcess(), RulePacks::library).run(args);
    out.flush();
    err.flush();
    // nothing is left to do; System.exit searches every jar for a logger to tell it to, since Java
    // 21
    Runtime.getRuntime().halt(exit);
  }

  private static PrintStream stream(FileDescriptor descriptor) {
    return new PrintStream(
        new BufferedOutputStream(new FileOutputStream(descriptor), 1 << 16),
        false,
        StandardCharsets.UTF_8);
  }

  /** The version that the build wrote into the library. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"viplint " + Viplint.version()};
    }
  }
}
