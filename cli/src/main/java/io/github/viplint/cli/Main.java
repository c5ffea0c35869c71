package io.github.viplint.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/**
 * The program. It reads and writes only the streams that it was given, so that tests need no
 * process.
 */
public final class Main {

  private final InputStream in;
  private final PrintStream out;
  private final PrintStream err;

  /**
   * Makes a program on these streams; it closes none of them.
   *
   * @param in what {@code -} and piped input mean
   * @param out where findings go
   * @param err where everything else goes
   */
  public Main(InputStream in, PrintStream out, PrintStream err) {
    this.in = in;
    this.out = out;
    this.err = err;
  }

  /**
   * Runs one command line.
   *
   * @param args the arguments, without the program's name
   * @return the exit code
   */
  public int run(String... args) {
    PrintWriter outWriter = new PrintWriter(out, true, StandardCharsets.UTF_8);
    PrintWriter errWriter = new PrintWriter(err, true, StandardCharsets.UTF_8);
    int code = new CommandLine(new Viplint()).setOut(outWriter).setErr(errWriter).execute(args);
    outWriter.flush();
    errWriter.flush();
    return code;
  }

  /** The entry point of the launcher. */
  public static void main(String[] args) {
    System.exit(new Main(System.in, System.out, System.err).run(args));
  }

  @Command(
      name = "viplint",
      mixinStandardHelpOptions = true,
      versionProvider = Version.class,
      description = "Lints what was captured from a vSphere with Tanzu and HAProxy lab, offline.")
  private static final class Viplint {}

  /** The version that the build wrote into the library. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      Properties properties = new Properties();
      try (InputStream stream =
          Version.class.getResourceAsStream("/io/github/viplint/version.properties")) {
        if (stream == null) {
          throw new IllegalStateException("version.properties is not on the class path");
        }
        properties.load(stream);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return new String[] {"viplint " + properties.getProperty("version")};
    }
  }
}
