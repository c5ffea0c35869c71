package io.github.viplint.read.log;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;

/**
 * The months as journalctl writes them: strftime's {@code %b} in the locale of whoever ran it.
 * Source: LC_TIME of glibc's localedata.
 */
final class MonthNames {
  private static final List<String> LOCALES =
      List.of(
          "jan feb mar apr may jun jul aug sep oct nov dec", // en
          "jan feb mär apr mai jun jul aug sep okt nov dez", // de
          "janv févr mars avril mai juin juil août sept oct nov déc", // fr
          "ene feb mar abr may jun jul ago sep oct nov dic", // es
          "gen feb mar apr mag giu lug ago set ott nov dic", // it
          "jan fev mar abr mai jun jul ago set out nov dez", // pt
          "jan feb mrt apr mei jun jul aug sep okt nov dec", // nl
          "jan feb mar apr maj jun jul aug sep okt nov dec", // sv, da
          "jan feb mars april mai juni juli aug sep okt nov des", // nb
          "tammi helmi maalis huhti touko kesä heinä elo syys loka marras joulu", // fi
          "sty lut mar kwi maj cze lip sie wrz paź lis gru", // pl
          "led úno bře dub kvě čen čec srp zář říj lis pro", // cs
          "jan febr márc ápr máj jún júl aug szept okt nov dec", // hu
          "oca şub mar nis may haz tem ağu eyl eki kas ara", // tr
          "янв фев мар апр мая июн июл авг сен окт ноя дек", // ru
          "янв фев мар апр май июн июл авг сен окт ноя дек",
          "січ лют бер кві тра чер лип сер вер жов лис гру", // uk
          "1月 2月 3月 4月 5月 6月 7月 8月 9月 10月 11月 12月", // zh, ja
          "1월 2월 3월 4월 5월 6월 7월 8월 9월 10월 11월 12월"); // ko

  /** Those of all locales; apart, for most logs are English. */
  private static final class Names {
    static final Map<String, Integer> NUMBERS = numbers();
  }

  private static final String ENGLISH = LOCALES.get(0);
  private static final int LENGTH = 3;

  private MonthNames() {}

  private static Map<String, Integer> numbers() {
    Map<String, Integer> numbers = new HashMap<>();
    for (String locale : LOCALES) {
      int number = 0;
      for (String name : locale.split(" ")) {
        numbers.put(name, ++number);
      }
    }
    return Map.copyOf(numbers);
  }

  /** The month's number from 1, whatever its case and with or without a full stop. */
  static OptionalInt number(String name) {
    String bare = name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    String lower = bare.toLowerCase(Locale.ROOT);
    if (lower.length() == LENGTH && ENGLISH.contains(lower)) {
      return OptionalInt.of(ENGLISH.indexOf(lower) / (LENGTH + 1) + 1);
    }
    Integer number = Names.NUMBERS.get(lower);
    return number == null ? OptionalInt.empty() : OptionalInt.of(number);
  }
}
