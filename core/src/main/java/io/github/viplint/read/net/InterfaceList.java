package io.github.viplint.read.net;

import io.github.viplint.capture.Capture;
import io.github.viplint.capture.Span;
import io.github.viplint.model.Interfaces;
import io.github.viplint.model.NetInterface;
import io.github.viplint.model.NetInterface.Address;
import io.github.viplint.read.line.UnreadableLine;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The interfaces of a capture while they are read. An interface that comes again ({@code ip -o},
 * {@code eth0:1} of ifconfig) is the same one.
 */
final class InterfaceList {
  private static final String MAC = "[0-9a-f]{2}(:[0-9a-f]{2}){5}";

  private final Map<String, Entry> entries = new LinkedHashMap<>();
  private @Nullable Entry current;

  private record Entry(
      Span span, String name, Set<String> flags, List<String> macs, List<Address> addresses) {}

  /** Begins an interface: what is added belongs to it. */
  void open(String printed, Span span) {
    String name = until('@', until(':', printed));
    current =
        entries.computeIfAbsent(
            name,
            key -> new Entry(span, key, new HashSet<>(), new ArrayList<>(), new ArrayList<>()));
  }

  private static String until(char mark, String text) {
    int at = text.indexOf(mark);
    return at > 0 ? text.substring(0, at) : text;
  }

  /** Ends the interface; the head of the next one could not be read. */
  void close() {
    current = null;
  }

  void flags(Collection<String> flags) throws UnreadableLine {
    current().flags().addAll(flags);
  }

  void mac(String text) throws UnreadableLine {
    String mac = text.toLowerCase(Locale.ROOT);
    if (!mac.matches(MAC)) {
      throw new UnreadableLine("no hardware address where one should stand");
    }
    current().macs().add(mac);
  }

  void add(Address address) throws UnreadableLine {
    current().addresses().add(address);
  }

  /** The name of the interface that is being read. */
  String name() throws UnreadableLine {
    return current().name();
  }

  private Entry current() throws UnreadableLine {
    if (current == null) {
      throw new UnreadableLine("belongs to an interface that could not be read");
    }
    return current;
  }

  /**
   * What was read; nothing when that is no interface.
   *
   * @param complete whether each interface of the host was printed and read
   */
  List<Interfaces> build(Capture capture, boolean complete) {
    return entries.isEmpty()
        ? List.of()
        : List.of(
            new Interfaces(
                capture,
                entries.values().stream().map(InterfaceList::build).toList(),
                complete && capture.isWhole()));
  }

  private static NetInterface build(Entry entry) {
    return new NetInterface(
        entry.span(),
        entry.name(),
        entry.macs().stream().findFirst(),
        entry.flags(),
        entry.addresses());
  }
}
