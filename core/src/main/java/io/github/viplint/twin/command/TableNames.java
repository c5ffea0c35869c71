package io.github.viplint.twin.command;

import io.github.viplint.model.RtTables;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The lines of /etc/iproute2/rt_tables that name a table, in order, and what iproute2 makes of them
 * ({@code rtnl_hash_initialize} and {@code rtnl_rttable_a2n} of its lib/rt_names.c, 6.1).
 */
public record TableNames(List<RtTables.Entry> entries) {
  /** How the appliance's service marks the tables that are its own. */
  public static final String PREFIX = "rtctl_";

  private static final int BUCKETS = 256;

  public TableNames {
    entries = List.copyOf(entries);
  }

  /** What was captured, without the tables of the service: as the system comes up. */
  public static TableNames atBoot(List<RtTables> files) {
    return captured(files).withoutOwn();
  }

  /** As captured; of several files the last counts, and of none every system's names are left. */
  public static TableNames captured(List<RtTables> files) {
    return new TableNames(files.isEmpty() ? List.of() : files.get(files.size() - 1).entries());
  }

  /** The lines that the service takes for its own. */
  public List<RtTables.Entry> own() {
    return entries.stream().filter(entry -> entry.name().contains(PREFIX)).toList();
  }

  /** The same without the lines that the service takes for its own. */
  public TableNames withoutOwn() {
    return new TableNames(
        entries.stream().filter(entry -> !entry.name().contains(PREFIX)).toList());
  }

  /** The same with one more line at the end. */
  public TableNames with(RtTables.Entry entry) {
    List<RtTables.Entry> more = new ArrayList<>(entries);
    more.add(entry);
    return new TableNames(more);
  }

  /** The id of the table with this name or number. */
  public Optional<Long> idOf(String name) {
    long found = -1;
    for (RtTables.Entry entry : entries) {
      long id = id(entry);
      if (id >= 0 && entry.name().equals(name) && (found < 0 || id % BUCKETS <= found % BUCKETS)) {
        found = id;
      }
    }
    if (found >= 0) {
      return Optional.of(found);
    }
    return switch (name) {
      case "local" -> Optional.of(255L);
      case "main" -> Optional.of(254L);
      case "default" -> Optional.of(253L);
      case "unspec" -> Optional.of(0L);
      default -> number(name);
    };
  }

  private static Optional<Long> number(String text) {
    boolean digits = !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
    return digits && text.length() <= 10 && (text.length() == 1 || text.charAt(0) != '0')
        ? Optional.of(Long.parseLong(text)).filter(id -> id <= 0xffff_ffffL)
        : Optional.empty();
  }

  /** What {@code ip} prints for a table: the name that the file gives it last, else its number. */
  public String nameOf(long id) {
    for (int i = entries.size() - 1; i >= 0; i--) {
      if (id(entries.get(i)) == id) {
        return entries.get(i).name();
      }
    }
    return id == 255 ? "local" : id == 254 ? "main" : id == 253 ? "default" : Long.toString(id);
  }

  /** iproute2 reads a number into 32 bits, so that 2^32 is 0, and passes over negative ones. */
  private static int id(RtTables.Entry entry) {
    return (int) entry.id();
  }

  /** Each name with its id. */
  Map<String, Long> ids() {
    Map<String, Long> ids = new HashMap<>();
    for (RtTables.Entry entry : entries) {
      idOf(entry.name()).ifPresent(id -> ids.put(entry.name(), id));
    }
    return ids;
  }
}
