package io.github.viplint.read.net;

import inet.ipaddr.IPAddress;
import io.github.viplint.model.Route.NextHop;
import io.github.viplint.read.line.UnreadableLine;
import io.github.viplint.read.line.Words;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a listing of routes names again and again, kept once: a million routes have a few tables,
 * devices and gateways. Of very many different ones, the first are kept.
 */
final class RepeatedWords {
  private static final int MOST = 4_096;

  private final Map<String, Optional<String>> names = new HashMap<>();
  private final Map<String, IPAddress> addresses = new HashMap<>();
  private final Map<NextHop, NextHop> hops = new HashMap<>();

  /** Never empty. */
  Optional<String> name(String word) {
    return kept(names, word, Optional.of(word));
  }

  /** Takes the address that stands behind {@code name}. */
  IPAddress address(Words words, String name) throws UnreadableLine {
    String text = words.peek();
    IPAddress known = addresses.get(text);
    if (known != null) {
      words.take();
      return known;
    }
    return kept(addresses, text, words.address(name));
  }

  NextHop hop(NextHop hop) {
    return kept(hops, hop, hop);
  }

  private static <K, V> V kept(Map<K, V> kept, K key, V value) {
    V known = kept.get(key);
    if (known != null) {
      return known;
    }
    if (kept.size() < MOST) {
      kept.put(key, value);
    }
    return value;
  }
}
