package io.github.viplint.rules.haproxy;

import io.github.viplint.model.HaproxyCfg;
import io.github.viplint.model.haproxy.Directive;
import io.github.viplint.model.haproxy.HaproxyVersion;
import io.github.viplint.model.haproxy.Section;
import io.github.viplint.rules.haproxy.keyword.Keyword;
import io.github.viplint.rules.haproxy.keyword.Keywords;
import io.github.viplint.rules.haproxy.keyword.NearestWord;
import io.github.viplint.rules.haproxy.keyword.OptionWords;
import io.github.viplint.rules.haproxy.keyword.Standing;
import io.github.viplint.rules.haproxy.keyword.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Looks each word of a haproxy.cfg up that must be a keyword: the first of a line, the second where
 * the first asks for one, and the options of bind and server lines. What stands in a section that
 * is not known, or behind a line that should have begun one, is not judged: haproxy's own
 * complaints about it are of no use either.
 */
final class WordScan {
  private final Keywords keywords = Keywords.all();
  private final Glue glue;
  private final HaproxyVersion version;
  private final int release;
  private final List<WordFault> faults = new ArrayList<>();

  private WordScan(HaproxyVersion version, HaproxyCfg file) {
    this.glue = Glue.of(file);
    this.version = version;
    this.release = Keyword.release(version);
    for (Section section : file.sections()) {
      section(section, file.excerpt());
    }
  }

  /** Hands over what this release does not take, in the order written. */
  static void of(HaproxyCfg file, HaproxyVersion version, Consumer<WordFault> faults) {
    file.at(version)
        .derived(WordScan.class, view -> new WordScan(version, view))
        .faults
        .forEach(faults);
  }

  private void section(Section section, boolean excerpt) {
    String kind = section.kind();
    Words sections = keywords.in("section");
    if (kind.isEmpty()) {
      Directive first = section.directives().get(0);
      if (!excerpt && !first.isConditional()) {
        report(WordFault.Kind.UNKNOWN_SECTION, section, first, 0, sections);
      }
      return;
    }
    switch (standing(sections.find(kind))) {
      case GONE -> report(WordFault.Kind.GONE, section, section.header(), 0, sections);
      case DEPRECATED -> report(WordFault.Kind.DEPRECATED, section, section.header(), 0, sections);
      case UNKNOWN ->
          report(WordFault.Kind.UNKNOWN_SECTION, section, section.header(), 0, sections);
      default -> {
        Words here = keywords.in(kind);
        if (here.isKnown()) {
          lines(section, here);
        }
      }
    }
  }

  private void lines(Section section, Words here) {
    for (Directive line : section.directives()) {
      if (line.isConditional() || line.holdsVariable(0) || line.expands()) {
        continue;
      }
      if (line.keyword().startsWith(".")) {
        judge(section, line, 0, keywords.in("directive"));
      } else if (!line(section, line, here)) {
        return;
      }
    }
  }

  /** Whether it is of use to go on in this section. */
  private boolean line(Section section, Directive line, Words here) {
    Optional<Keyword> keyword = here.find(line.keyword());
    if (standing(keyword) == Standing.UNKNOWN && beginsSection(here, line.keyword())) {
      report(WordFault.Kind.UNKNOWN_SECTION, section, line, 0, keywords.in("section"));
      return false;
    }
    if (judge(section, line, 0, here, keyword)) {
      second(section, line, here);
      options(section, line);
    }
    return true;
  }

  /** {@code backends web}: nearer to a section than to anything that may stand here. */
  private boolean beginsSection(Words here, String word) {
    Optional<NearestWord> section = NearestWord.of(keywords, "section", word, version);
    Optional<NearestWord> nearest = NearestWord.of(keywords, here.place(), word, version);
    return keywords.sections().contains(word.toLowerCase(Locale.ROOT))
        || section.isPresent()
            && (nearest.isEmpty() || section.get().distance() < nearest.get().distance());
  }

  /** The words that the first one asks for: {@code option X}, {@code tcp-request content X}. */
  private void second(Section section, Directive line, Words here) {
    Words asked = keywords.in(line.keyword());
    Optional<Words> first = here.behind(line.keyword());
    int at = 1;
    if (first.isPresent()) {
      if (at >= line.size() || line.holdsVariable(at) || !judge(section, line, at, first.get())) {
        return;
      }
      asked = asked.behind(line.word(at++)).orElse(Words.NONE);
    }
    if (asked.isKnown() && at < line.size() && !line.holdsVariable(at)) {
      judge(section, line, at, asked);
    }
  }

  private void options(Section section, Directive line) {
    Optional<OptionWords> found = OptionWords.of(section.kind(), line);
    if (found.isEmpty()) {
      return;
    }
    OptionWords options = found.get();
    for (int at = options.first(); at < line.size() && !line.holdsVariable(at); ) {
      Optional<Keyword> option = options.words().find(line.word(at));
      if (option.isEmpty() && !glue.isOwn(line, at)) {
        return; // VL513 has the line
      }
      judge(section, line, at, options.words(), option);
      at = OptionWords.next(line, at, option);
    }
  }

  private boolean judge(Section section, Directive line, int index, Words place) {
    return judge(section, line, index, place, place.find(line.word(index)));
  }

  /** Whether haproxy takes the word in some way. */
  private boolean judge(
      Section section, Directive line, int index, Words place, Optional<Keyword> keyword) {
    Standing standing = standing(keyword);
    if (standing == Standing.TAKEN) {
      return true;
    }
    boolean anonymous = section.kind().equals("defaults") && section.name().isEmpty();
    switch (standing) {
      case UNKNOWN ->
          report(unknown(section, line.word(index), place), section, line, index, place);
      case GONE -> report(WordFault.Kind.GONE, section, line, index, place);
      case DEPRECATED -> report(WordFault.Kind.DEPRECATED, section, line, index, place);
      case REFUSED -> report(WordFault.Kind.NOT_HERE, section, line, index, place);
      case IGNORED -> report(WordFault.Kind.IGNORED_HERE, section, line, index, place);
      case NAMED_ONLY -> {
        if (anonymous) {
          report(WordFault.Kind.NOT_HERE, section, line, index, place);
        }
      }
      case TAKEN, UNSURE -> {}
    }
    return standing.accepted() && !(anonymous && standing == Standing.NAMED_ONLY);
  }

  /** What is not known here was taken by an earlier release, or is in another kind of section. */
  private WordFault.Kind unknown(Section section, String word, Words place) {
    Optional<Keyword> keyword = place.find(word);
    if (keyword.isPresent()
        && keyword.get().releases().stream().anyMatch(release -> release.compareTo(version) < 0)) {
      return WordFault.Kind.GONE;
    }
    boolean elsewhere =
        place.place().equals(section.kind())
            && !keywords.sections(word, version).isEmpty()
            && NearestWord.of(keywords, place.place(), word, version)
                .filter(near -> near.distance() == 1)
                .isEmpty();
    return elsewhere ? WordFault.Kind.NOT_HERE : WordFault.Kind.UNKNOWN_WORD;
  }

  private Standing standing(Optional<Keyword> keyword) {
    return keyword.isPresent() ? keyword.get().in(release) : Standing.UNKNOWN;
  }

  private void report(
      WordFault.Kind kind, Section section, Directive line, int index, Words place) {
    String word = line.word(index);
    faults.add(new WordFault(kind, section, line, index, place.place(), place.find(word)));
  }
}
