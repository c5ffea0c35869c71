package io.github.viplint.model.haproxy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The lines of a haproxy.cfg as words, before it is settled which of them haproxy reads. */
public final class ConfigText {
  private final List<Directive> lines;
  private final Map<Directive, BlockCondition> conditions;
  private final List<SyntaxFault> faults;
  private final boolean hasMacros;
  private final List<Section> all;

  /**
   * @param lines in the order written, those without words left out; of a line with a fault that
   *     leaves its words open, only what opens a section
   * @param conditions of the {@code .if} and {@code .elif} lines whose condition can be read
   * @param faults in the order written, of all releases
   */
  public ConfigText(
      List<Directive> lines, Map<Directive, BlockCondition> conditions, List<SyntaxFault> faults) {
    this.lines = List.copyOf(lines);
    this.conditions = Map.copyOf(conditions);
    this.faults = List.copyOf(faults);
    this.hasMacros = lines.stream().anyMatch(Blocks::isMacro);
    this.all = Section.of(this.lines);
  }

  /** These lines and those of {@code next} behind them. */
  public ConfigText with(ConfigText next) {
    List<Directive> moreLines = new ArrayList<>(lines);
    moreLines.addAll(next.lines);
    Map<Directive, BlockCondition> moreConditions = new HashMap<>(conditions);
    moreConditions.putAll(next.conditions);
    List<SyntaxFault> moreFaults = new ArrayList<>(faults);
    moreFaults.addAll(next.faults);
    return new ConfigText(moreLines, moreConditions, moreFaults);
  }

  /** What this release makes of the lines. Until 2.3, {@code .if} is a keyword that none knows. */
  public Read readBy(HaproxyVersion version) {
    List<SyntaxFault> stumbled =
        new ArrayList<>(faults.stream().filter(fault -> fault.isIn(version)).toList());
    if (!hasMacros || !version.isAtLeast(2, 4)) {
      return new Read(all, stumbled);
    }
    Blocks blocks = Blocks.follow(lines, conditions, version);
    blocks.fault().ifPresent(stumbled::add);
    return new Read(Section.of(blocks.kept()), stumbled);
  }

  /**
   * The file as one release reads it.
   *
   * @param faults what it stumbles over, in the order written but for the last
   */
  public record Read(List<Section> sections, List<SyntaxFault> faults) {
    public Read {
      sections = List.copyOf(sections);
      faults = List.copyOf(faults);
    }
  }
}
