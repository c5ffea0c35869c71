package io.github.viplint.model.haproxy;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What a haproxy.cfg gives names to, and where it uses them. Names that are known in one section
 * only, those of ACLs, servers, users and groups, are asked for by section.
 */
public final class References {
  private static final KeywordSet TRACKING =
      KeywordSet.of("server", "server-template", "default-server");

  private static final ReferenceTable NOTHING = new ReferenceTable();

  private final Map<Symbol, ReferenceTable> tables = new EnumMap<>(Symbol.class);

  private References() {
    for (Symbol symbol : Symbol.values()) {
      tables.put(symbol, new ReferenceTable());
    }
  }

  /** The names that are known in the whole file. */
  public static References of(List<Section> sections) {
    References references = new References();
    ReferenceScan scan = new ReferenceScan(references.tables::get);
    for (Section section : sections) {
      scan.header(section);
      for (Directive line : section.directives()) {
        scan.line(section, line);
      }
    }
    return references;
  }

  /** All names of this kind that are known in the whole file. */
  public ReferenceTable of(Symbol symbol) {
    return tables.get(symbol);
  }

  /**
   * The names of this kind that are known in one section: {@link Symbol#ACL} of a proxy or {@code
   * fcgi-app}, {@link Symbol#SERVER} of a proxy, {@link Symbol#USER} and {@link Symbol#GROUP} of a
   * userlist. Made anew at each call.
   */
  public static ReferenceTable of(Symbol symbol, Section section) {
    if (!mayHold(symbol, section)) {
      return NOTHING;
    }
    ReferenceTable table = new ReferenceTable();
    for (Directive line : section.directives()) {
      switch (symbol) {
        case ACL -> LocalNames.acl(section, line, table);
        case SERVER -> LocalNames.server(section, line, table);
        case USER, GROUP -> LocalNames.account(symbol, section, line, table);
        default -> throw new IllegalArgumentException(symbol + " is known in the whole file");
      }
    }
    return table;
  }

  /** False where surely no line of the section uses a name of this kind that is known in it. */
  public static boolean mayUse(Symbol symbol, Section section) {
    return switch (symbol) {
      case ACL -> AclCondition.mayBeIn(section);
      case SERVER -> section.mayHave("use-server") || tracks(section);
      default -> mayHold(symbol, section);
    };
  }

  private static boolean tracks(Section section) {
    if (!section.mayHaveAny(TRACKING)) {
      return false;
    }
    for (Directive line : section.directives()) {
      if (line.hasArgument("track") && TRACKING.contains(line.keyword())) {
        return true;
      }
    }
    return false;
  }

  private static boolean mayHold(Symbol symbol, Section section) {
    return switch (symbol) {
      case SERVER -> !section.is("userlist") && !section.is("frontend");
      case USER, GROUP -> section.is("userlist");
      case ACL -> section.mayHave("acl") || AclCondition.mayBeIn(section);
      default -> true;
    };
  }
}
