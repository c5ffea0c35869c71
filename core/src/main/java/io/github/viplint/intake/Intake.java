package io.github.viplint.intake;

import io.github.viplint.capture.Capture;
import io.github.viplint.capture.InputProblem;
import io.github.viplint.capture.Inputs;
import io.github.viplint.capture.Mask;
import io.github.viplint.capture.Source;
import io.github.viplint.capture.SourceAccount;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * What the inputs of a run are.
 *
 * @param labs what belongs together, in the order given
 * @param accounts one for each source, in the order given
 * @param problems inputs that could not be read or recognised
 * @param mask hides the secrets of all sources
 * @param rewritten what a text from outside, as the name of a host, is in the texts of the run
 */
public record Intake(
    List<LabInput> labs,
    List<SourceAccount> accounts,
    List<InputProblem> problems,
    Mask mask,
    UnaryOperator<String> rewritten) {
  public Intake {
    labs = List.copyOf(labs);
    accounts = List.copyOf(accounts);
    problems = List.copyOf(problems);
  }

  /** What shows that a large log is interrupted by something else. */
  public static final List<String> MARKS = Interruption.LITERALS;

  /** The captures of one lab, in the order given. */
  public record LabInput(String name, List<Capture> captures) {
    public LabInput {
      captures = List.copyOf(captures);
    }

    private LabInput without(Source source) {
      return new LabInput(
          name, captures.stream().filter(capture -> capture.source() != source).toList());
    }
  }

  /** The same without the largest source that a capture is of; that source becomes a problem. */
  public Intake withoutLargest(String why) {
    Source largest =
        labs.stream()
            .flatMap(lab -> lab.captures().stream())
            .map(Capture::source)
            .max(Comparator.comparingInt(source -> source.text().length()))
            .orElseThrow();
    List<InputProblem> more = new ArrayList<>(problems);
    more.add(InputProblem.file(largest.file(), why));
    return new Intake(
        labs.stream()
            .map(lab -> lab.without(largest))
            .filter(lab -> !lab.captures().isEmpty())
            .toList(),
        accounts.stream().filter(account -> account.source() != largest).toList(),
        more,
        mask,
        rewritten);
  }

  /**
   * Takes the inputs in. Never throws for what they hold or for a path that can't be read.
   *
   * @param masks makes, from the texts of all sources together, the mask for each of them: what is
   *     known as a secret from one is hidden in all
   * @param wanted what makes a line of a large log worth keeping, {@link #MARKS} among it; it may
   *     be asked by several threads
   */
  public static Intake of(Inputs inputs, Function<List<String>, Mask> masks, ByteSearch wanted) {
    return of(inputs, Rewriting.NONE, masks, wanted);
  }

  /**
   * The same with other words in the texts: what is read, and told of the inputs, has only those.
   */
  public static Intake of(
      Inputs inputs, Rewriting rewriting, Function<List<String>, Mask> masks, ByteSearch wanted) {
    return new Taking(inputs, rewriting, wanted).take(masks);
  }
}
