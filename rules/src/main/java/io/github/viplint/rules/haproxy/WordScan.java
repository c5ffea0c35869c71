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
  private final HaproxyVersion version;
  private final int release;
  private final List<WordFault> faults = new ArrayList<>();

  private WordScan(HaproxyVersion version, HaproxyCfg file) {
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
    if (kind.isEmpty()) {
      Directive first = section.directives().get(0);
      if (!excerpt && !first.isConditional()) {
        report(WordFault.Kind.UNKNOWN_SECTION, section, first, 0, "section");
      }
      return;
    }
    switch (standing("section", kind)) {
      case GONE -> report(WordFault.Kind.GONE, section, section.header(), 0, "section");
      case DEPRECATED -> report(WordFault.Kind.DEPRECATED, section, section.header(), 0, "section");
      case UNKNOWN ->
          report(WordFault.Kind.UNKNOWN_SECTION, section, section.header(), 0, "section");
      default -> {
        if (keywords.knows(kind)) {
          lines(section);
        }
      }
    }
  }

  private void lines(Section section) {
    for (Directive line : section.directives()) {
      if (line.isConditional() || line.holdsVariable(0) || line.expands()) {
        continue;
      }
      if (line.keyword().startsWith(".")) {
        judge(section, line, 0, "directive");
      } else if (!line(section, line)) {
        return;
      }
    }
  }

  /** Whether it is of use to go on in this section. */
  private boolean line(Section section, Directive line) {
    String kind = section.kind();
    if (standing(kind, line.keyword()) == Standing.UNKNOWN && beginsSection(kind, line.keyword())) {
      report(WordFault.Kind.UNKNOWN_SECTION, section, line, 0, "section");
      return false;
    }
    if (judge(section, line, 0, kind)) {
      second(section, line);
      options(section, line);
    }
    return true;
  }

  /** {@code backends web}: nearer to a section than to anything that may stand here. */
  private boolean beginsSection(String kind, String word) {
    Optional<NearestWord> section = NearestWord.of(keywords, "section", word, version);
    Optional<NearestWord> here = NearestWord.of(keywords, kind, word, version);
    return keywords.sections().contains(word.toLowerCase(Locale.ROOT))
        || section.isPresent()
            && (here.isEmpty() || section.get().distance() < here.get().distance());
  }

  /** The words that the first one asks for: {@code option X}, {@code tcp-request content X}. */
  private void second(Section section, Directive line) {
    int at = 1;
    String word = line.keyword();
    Optional<String> place = keywords.behind(section.kind(), word);
    if (place.isPresent()) {
      if (at >= line.size() || line.holdsVariable(at) || !judge(section, line, at, place.get())) {
        return;
      }
      place = keywords.behind(word, line.word(at++));
    } else {
      place = keywords.knows(word) ? Optional.of(word) : place;
    }
    if (place.isPresent() && at < line.size() && !line.holdsVariable(at)) {
      judge(section, line, at, place.get());
    }
  }

  private void options(Section section, Directive line) {
    Optional<OptionWords> found = OptionWords.of(section.kind(), line);
    if (found.isEmpty()) {
      return;
    }
    OptionWords options = found.get();
    for (int at = options.first();
        at < line.size() && !line.holdsVariable(at);
        at = options.next(line, at)) {
      boolean known =
          standing(options.place(), line.word(at)) != Standing.UNKNOWN
              || keywords.find(options.place(), line.word(at)).isPresent();
      if (!known && !new Glue(section).isOwn(line, at)) {
        return; // VL513 has the line
      }
      judge(section, line, at, options.place());
    }
  }

  /** Whether haproxy takes the word in some way. */
  private boolean judge(Section section, Directive line, int index, String place) {
    Standing standing = standing(place, line.word(index));
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
  private WordFault.Kind unknown(Section section, String word, String place) {
    Optional<Keyword> keyword = keywords.find(place, word);
    if (keyword.isPresent()
        && keyword.get().releases().stream().anyMatch(release -> release.compareTo(version) < 0)) {
      return WordFault.Kind.GONE;
    }
    boolean elsewhere =
        place.equals(section.kind())
            && !keywords.sections(word, version).isEmpty()
            && NearestWord.of(keywords, place, word, version)
                .filter(near -> near.distance() == 1)
                .isEmpty();
    return elsewhere ? WordFault.Kind.NOT_HERE : WordFault.Kind.UNKNOWN_WORD;
  }

  private Standing standing(String place, String word) {
    Optional<Keyword> keyword = keywords.find(place, word);
    return keyword.isPresent() ? keyword.get().in(release) : Standing.UNKNOWN;
  }

  private void report(
      WordFault.Kind kind, Section section, Directive line, int index, String place) {
    faults.add(
        new WordFault(kind, section, line, index, place, keywords.find(place, line.word(index))));
  }
}
