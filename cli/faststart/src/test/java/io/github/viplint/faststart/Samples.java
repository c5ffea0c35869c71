package io.github.viplint.faststart;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import java.util.function.BinaryOperator;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import java.util.function.IntBinaryOperator;
import java.util.function.IntFunction;
import java.util.function.LongSupplier;
import java.util.function.LongUnaryOperator;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Every kind of lambda, method reference and record; what they give is the same, rewritten. */
public final class Samples implements Supplier<List<String>> {
  private static final Pattern WORD = Pattern.compile("[a-z]+");
  private static final Pattern LOUD =
      Pattern.compile(
          // on lines of their own
          "[a-z]+", //
          Pattern.CASE_INSENSITIVE);
  private static final Pattern MADE = Pattern.compile(String.join("|", "a", "b"));
  static final Pattern SHARED = Pattern.compile("\\d");

  private final List<String> results = new ArrayList<>();
  private final String own = "own";

  /** What all of them give. */
  @Override
  public List<String> get() {
    lambdas("text", 3, 4L, 0.5, true, 'c');
    methodReferences();
    conversions();
    nested();
    accessible();
    records();
    orders();
    streams();
    numbers();
    collectors();
    texts();
    smallFile();
    patterns();
    results.add("package: " + getClass().getPackage().getName());
    results.add("thrown: " + thrown(() -> Integer.parseInt("no number")));
    results.add("wrong type: " + thrown(Samples::wrongType));
    return results;
  }

  private void lambdas(String text, int number, long large, double part, boolean yes, char sign) {
    Supplier<String> nothingCaptured = () -> "nothing captured";
    results.add(nothingCaptured.get());
    Supplier<Object> all =
        () -> own + text + number + large + part + yes + sign + (byte) number + (float) part;
    results.add(String.valueOf(all.get()));
    BiFunction<Long, Double, String> wide = (left, right) -> large + left + (part + right) + text;
    results.add(wide.apply(5L, 0.25));
    LongSupplier sum = () -> large + number;
    results.add("" + sum.getAsLong());
    Consumer<String> keeps = results::add; // gives back what nobody wants
    keeps.accept("kept");
    Runnable counts = () -> large(large);
    counts.run();
    Function<String, Function<String, String>> deep = a -> b -> a + b + own + text;
    results.add(deep.apply("a").apply("b"));
  }

  private long large(long value) {
    results.add("large " + value);
    return value;
  }

  private void patterns() {
    results.add(WORD.matcher("one TWO").replaceAll("-") + WORD.matcher("three").replaceAll("-"));
    results.add(LOUD.matcher("one TWO").replaceAll("-"));
    results.add(MADE.matcher("abc").replaceAll("-"));
    results.add(Digits.marked("4 of 5"));
  }

  private static final class Digits {
    private static final Pattern OWN = Pattern.compile(" ");

    static String marked(String text) {
      String marked = WORD.matcher(SHARED.matcher(text).replaceAll("#")).replaceAll("of");
      return OWN.matcher(marked).replaceAll("_");
    }
  }

  private void methodReferences() {
    results.add(Stream.of("b", "a").map(String::toUpperCase).collect(Collectors.joining()));
    Function<String, Name> make = Name::new;
    results.add(make.apply("made").toString());
    IntFunction<String[]> array = String[]::new;
    results.add("" + array.apply(3).length);
    Supplier<String> bound = own::trim;
    results.add(bound.get());
    Supplier<Integer> ofSuper = super::hashCode;
    results.add("" + (ofSuper.get() == System.identityHashCode(this)));
    Greeting greeting = new Greeting() {};
    results.add(greeting.greet(List.of("x", "y")));
    UnaryOperator<String> hidden = this::hidden;
    results.add(hidden.apply("h"));
    results.add("" + Stream.of(3, 1, 2).sorted(Comparator.comparing(Function.identity())).toList());
    Comparator<String> kept = (Comparator<String> & Serializable) (a, b) -> b.compareTo(a);
    results.add("" + Stream.of("1", "2").sorted(kept).toList());
  }

  private String hidden(String text) {
    return "hidden " + text;
  }

  private void conversions() {
    Function<String, Integer> boxed = Integer::parseInt;
    results.add("" + boxed.apply("42"));
    ToLongFunction<Integer> widened = Integer::intValue;
    results.add("" + widened.applyAsLong(7));
    ToDoubleFunction<Long> rounded = Long::longValue;
    results.add("" + rounded.applyAsDouble(8L));
    ToDoubleFunction<Float> doubled = Float::floatValue;
    results.add("" + doubled.applyAsDouble(0.5f));
    IntBinaryOperator max = Math::max;
    results.add("" + max.applyAsInt(1, 2));
    LongUnaryOperator negated = Math::negateExact;
    results.add("" + negated.applyAsLong(3));
    Function<Character, Integer> sign = Character::getNumericValue;
    results.add("" + sign.apply('7'));
    Function<Byte, Double> small = Samples::half;
    results.add("" + small.apply((byte) 3));
    DoubleSupplier number = () -> 1;
    results.add("" + number.getAsDouble());
    Function<Integer, Object> list = Arrays::asList;
    results.add("" + list.apply(1));
    results.add("" + IntStream.range(0, 3).mapToObj(Integer::toString).toList());
    Callable<Object> called = () -> 'q';
    try {
      results.add("" + called.call());
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private static double half(double value) {
    return value / 2;
  }

  /** Bodies of the same name, one of which has the place of the other's class as well. */
  private static class Base {
    private final String name;

    Base(String name) {
      this.name = name;
    }

    Supplier<String> greeting() {
      return () -> "base " + name;
    }

    Function<String, String> quoted() {
      return this::quote;
    }

    private String quote(String text) {
      return name + "'" + text + "'";
    }

    private static String shout(String text) {
      return text + "!";
    }
  }

  private static final class Derived extends Base {
    Derived() {
      super("derived");
    }

    @Override
    Supplier<String> greeting() {
      Supplier<String> inherited = super.greeting();
      return () -> "over " + inherited.get() + quoted().apply("own");
    }
  }

  /** Nobody else can make one. */
  private static final class Hidden {
    private final String text;

    private Hidden(String text) {
      this.text = text;
    }
  }

  private interface WithDefault {
    String own();

    default Supplier<String> twice() {
      return () -> own() + own();
    }
  }

  private void accessible() {
    results.add(new Base("one").greeting().get() + new Derived().greeting().get());
    results.add(Stream.of("a").map(Base::shout).map(Hidden::new).findFirst().orElseThrow().text);
    WithDefault lambda = () -> "default ";
    results.add(lambda.twice().get());
    Supplier<int[]> copy = new int[] {1, 2}::clone;
    results.add(Arrays.toString(copy.get()));
    results.add(Stream.of(new StringBuilder("b")).map(StringBuilder::reverse).toList().toString());
  }

  private void nested() {
    results.add(new Inner().greeting.get());
    results.add(Kind.LOUD.change.apply("loud"));
    results.add(Greeting.staticGreeting().get());
  }

  private void records() {
    record Local(int a, List<String> b) {}
    Local local = new Local(1, List.of("x"));
    results.add(local + " " + local.hashCode() + local.equals(new Local(1, List.of("x"))));
    results.add(
        "" + new Nothing() + new Nothing().hashCode() + new Nothing().equals(new Nothing()));
    All all = new All((byte) 1, (short) 2, 3, 4, 0.0f, Double.NaN, true, 'c', "s", new int[0]);
    All other = new All((byte) 1, (short) 2, 3, 4, -0.0f, Double.NaN, true, 'c', "s", all.array);
    All same = new All((byte) 1, (short) 2, 3, 4, 0.0f, Double.NaN, true, 'c', "s", all.array);
    results.add(all.toString().replaceAll("@\\p{XDigit}+", "@"));
    results.add("" + all.equals(same) + (all.hashCode() == same.hashCode()) + all.equals(other));
    results.add("" + all.equals(null) + new Name(null).equals(new Name(null)) + new Name(null));
    results.add("" + new Name("n").equals("n") + new Name("n").hashCode());
  }

  private void orders() {
    List<String> words = List.of("bb", "a", "ccc", "aa", "b");
    Comparator<String> byLength = Comparator.comparing(String::length);
    List<Comparator<String>> orders =
        List.of(
            byLength,
            Comparator.<String>comparingInt(String::length).thenComparing(String::compareTo),
            byLength.thenComparing(Function.identity()),
            byLength.thenComparing(Function.identity(), Comparator.reverseOrder()),
            byLength.thenComparingInt(word -> -word.charAt(0)),
            byLength.reversed().thenComparingLong(word -> word.charAt(0)),
            byLength.thenComparingDouble(word -> -word.charAt(0) / 2.0),
            Comparator.comparingLong(String::hashCode),
            Comparator.comparingDouble(word -> word.hashCode() % 7),
            Comparator.comparing(String::length, Comparator.reverseOrder()));
    for (Comparator<String> order : orders) {
      results.add("" + words.stream().sorted(order).toList());
    }
    results.add("no key: " + thrown(() -> Comparator.comparing((Function<String, String>) null)));
    results.add("no order: " + thrown(() -> byLength.thenComparing((Comparator<String>) null)));
  }

  private void streams() {
    List<String> words = Arrays.asList("b", "a", "cc", "dd");
    List<String> all = words.stream().toList();
    results.add(all + " " + all.equals(words) + Stream.empty().toList());
    results.add("no change: " + thrown(() -> all.set(0, "x")) + thrown(() -> all.add("x")));
    results.add("null: " + Stream.of("x", null).toList() + all.contains(null));
    results.add("parallel: " + words.parallelStream().toList() + parallel(words));
    results.add("first: " + words.stream().findFirst() + words.stream().skip(4).findFirst());
    results.add("null first: " + thrown(() -> Stream.of((Object) null).findFirst()));
    results.add("any: " + words.stream().filter(word -> word.length() > 1).findAny());
    results.add("" + words.stream().anyMatch("a"::equals) + words.stream().anyMatch("x"::equals));
    results.add("" + words.stream().noneMatch("a"::equals) + words.stream().noneMatch("x"::equals));
    results.add("" + words.stream().allMatch("a"::equals) + Stream.empty().allMatch("x"::equals));
    results.add("no test: " + thrown(() -> words.stream().allMatch(null)));
    results.add("no test: " + thrown(() -> words.stream().anyMatch(null)));
    Comparator<String> byLength = Comparator.comparing(String::length);
    results.add("" + words.stream().max(byLength) + words.stream().min(byLength));
    results.add("" + Stream.<String>empty().max(byLength) + thrown(() -> words.stream().max(null)));
    results.add(
        "in order: " + words.stream().sorted().toList() + words.parallelStream().sorted().toList());
    results.add("by length: " + words.stream().sorted(byLength).toList() + closed());
    results.add("no order: " + thrown(() -> words.stream().sorted(null)));
    results.add("no numbers: " + thrown(() -> Stream.of(1, "x").sorted().toList()));
    results.add("both: " + Stream.concat(words.stream(), Stream.of("e")).toList());
    results.add(
        "choice: "
            + BinaryOperator.maxBy(byLength).apply("aa", "bb")
            + BinaryOperator.minBy(byLength).apply("aa", "bb")
            + UnaryOperator.<String>identity().apply("same")
            + Function.<String>identity().apply("same"));
    List<String> seen = new ArrayList<>();
    Stream.concat(words.stream(), Stream.iterate("i", word -> word + "i"))
        .peek(seen::add)
        .anyMatch("ii"::equals);
    words.stream().peek(seen::add).findFirst();
    words.stream().peek(seen::add).noneMatch("a"::equals);
    words.stream().peek(seen::add).allMatch("a"::equals);
    IntStream.range(0, 9).peek(number -> seen.add("" + number)).anyMatch(number -> number == 3);
    results.add("no more than needed: " + seen);
  }

  /** Nothing of a stream is looked at before its end is, and what it is made from is closed. */
  private static String closed() {
    List<String> seen = new ArrayList<>();
    try (Stream<String> words =
        Stream.of("b", "a").peek(seen::add).onClose(() -> seen.add("closed")).sorted()) {
      seen.add("begin");
      words.limit(1).forEach(word -> seen.add("first " + word));
    }
    return seen.toString();
  }

  private static String parallel(List<String> words) {
    return words.parallelStream().findFirst()
        + Stream.concat(words.parallelStream(), words.stream()).toList().toString()
        + words.parallelStream().anyMatch("a"::equals)
        + words.parallelStream().findAny().isPresent()
        + Arrays.toString(IntStream.range(0, 40).parallel().toArray());
  }

  private void numbers() {
    int[] numbers = {3, 1, 2, 3, Integer.MAX_VALUE};
    results.add("" + IntStream.of(numbers).sum() + IntStream.empty().sum());
    results.add("" + IntStream.of(numbers).max() + IntStream.of(numbers).min());
    results.add("" + IntStream.empty().max() + IntStream.empty().min());
    results.add("" + IntStream.of(numbers).boxed().toList());
    results.add(Arrays.toString(IntStream.of(numbers).distinct().toArray()));
    results.add(Arrays.toString(IntStream.range(0, 40).toArray()));
    results.add("" + IntStream.of(numbers).anyMatch(number -> number > 3));
    results.add("" + IntStream.of(numbers).noneMatch(number -> number > 3));
    results.add("" + IntStream.of(numbers).allMatch(number -> number > 3));
    results.add("no test: " + thrown(() -> IntStream.of(numbers).allMatch(null)));
    results.add("" + LongStream.of(Long.MAX_VALUE, 1).sum() + LongStream.empty().sum());
  }

  private void collectors() {
    List<String> words = List.of("b", "a", "b");
    List<String> list = words.stream().collect(Collectors.toList());
    list.add("changed");
    results.add("" + list + words.stream().collect(Collectors.toSet()));
    results.add("" + words.stream().collect(Collectors.toCollection(TreeSet::new)));
    results.add(words.stream().collect(Collectors.joining()));
    results.add(words.stream().collect(Collectors.joining(", ")));
    results.add(words.stream().collect(Collectors.joining(", ", "<", ">")));
    results.add(Stream.<String>empty().collect(Collectors.joining(", ", "<", ">")));
    results.add(words.parallelStream().collect(Collectors.joining("-")));
    results.add(
        "" + words.stream().collect(Collectors.groupingBy(String::length, Collectors.toList())));
  }

  private void texts() {
    try {
      ResourceBundle texts = ResourceBundle.getBundle("io.github.viplint.faststart.Texts");
      texts.keySet().stream().sorted().map(texts::getString).forEach(results::add);
    } catch (MissingResourceException e) {
      results.add("no texts");
    }
  }

  private void smallFile() {
    try (InputStream in =
        Samples.class.getResourceAsStream(
            // below: numbers of lines stand between the instructions
            "small.txt")) {
      byte[] bytes = in == null ? new byte[1] : in.readAllBytes();
      results.add("small: " + bytes.length + " bytes, " + bytes[bytes.length - 1]);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static String thrown(Runnable work) {
    try {
      work.run();
      return "nothing";
    } catch (RuntimeException e) {
      return e.getClass().getSimpleName();
    }
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static void wrongType() {
    Function<String, Integer> length = String::length;
    ((Function) length).apply(1);
  }

  private final class Inner {
    private final Supplier<String> greeting = () -> "inner " + own;
  }

  private enum Kind {
    LOUD(text -> text + "!");

    private final UnaryOperator<String> change;

    Kind(UnaryOperator<String> change) {
      this.change = change;
    }
  }

  private interface Greeting {
    default String greet(List<String> names) {
      return names.stream().map(this::one).collect(Collectors.joining());
    }

    private String one(String name) {
      Supplier<String> hello = () -> "hello " + name + this.end();
      return hello.get();
    }

    default String end() {
      return ".";
    }

    static Supplier<String> staticGreeting() {
      return () -> "static greeting";
    }
  }

  private record Name(String text) {}

  private record Nothing() {}

  private record All(
      byte tiny,
      short small,
      int number,
      long large,
      float part,
      double exact,
      boolean yes,
      char sign,
      Object any,
      int[] array) {}
}
