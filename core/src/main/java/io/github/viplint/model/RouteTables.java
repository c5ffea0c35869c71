package io.github.viplint.model;

import inet.ipaddr.IPAddress;
import io.github.viplint.capture.Capture;
import io.github.viplint.capture.Encoding;
import io.github.viplint.capture.Span;
import java.util.List;
import java.util.Optional;

/** {@code /etc/vmware/route-tables.cfg}: {@code ID,name,MAC,CIDR[,gateway]} to a line. */
public record RouteTables(Capture capture, List<Entry> entries) implements Facts {
  public RouteTables {
    entries = List.copyOf(entries);
  }

  /** A field as it stands between the commas, nothing trimmed. */
  public record Field(String text, Span span) {}

  /**
   * One line that is neither blank nor begins with {@code #}.
   *
   * @param span the line without its end
   * @param fields at least one
   * @param address the interface's address with its prefix length; host bits are right here
   * @param terminated whether a newline follows
   */
  public record Entry(
      Span span,
      List<Field> fields,
      Optional<Cidr> address,
      Optional<IPAddress> gateway,
      boolean terminated) {
    public Entry {
      fields = List.copyOf(fields);
    }

    /** The field at {@code index}: 0 table ID, 1 name, 2 MAC address, 3 CIDR, 4 gateway. */
    public Optional<Field> field(int index) {
      return index < fields.size() ? Optional.of(fields.get(index)) : Optional.empty();
    }

    /** The line as the service sees it: behind the byte order mark, where the file has one. */
    public String text() {
      String mark = String.valueOf(Encoding.MARK);
      return (id().startsWith(mark) ? mark : "") + span.text();
    }

    /** The text of the table ID field. */
    public String id() {
      return fields.get(0).text();
    }

    /** The table's name without the {@code rtctl_} that the service puts before it. */
    public String name() {
      return field(1).map(Field::text).orElse("");
    }

    public String mac() {
      return field(2).map(Field::text).orElse("");
    }

    /**
     * Whether the line has a gateway, so that the service adds a default route and a rule for it.
     * {@code read -a} of bash, which splits the line there, takes one comma at its end for the end
     * of the last field, and every further one for a field of its own.
     */
    public boolean hasGatewayField() {
      boolean closed = fields.size() == 6 && fields.get(5).text().isEmpty();
      return (fields.size() == 5 || closed) && !fields.get(4).text().isEmpty();
    }
  }
}
