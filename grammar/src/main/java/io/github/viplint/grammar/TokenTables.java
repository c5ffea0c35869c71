package io.github.viplint.grammar;

/** What the lexers of all formats do, each read when it is asked for. */
public final class TokenTables {
  private TokenTables() {}

  public static TokenTable cidrLines() {
    return TokenTable.of(CidrLinesLexer.class.getResourceAsStream("CidrLinesLexer.tokens"));
  }

  public static TokenTable commandLine() {
    return TokenTable.of(CommandLineLexer.class.getResourceAsStream("CommandLineLexer.tokens"));
  }

  public static TokenTable haproxyCfg() {
    return TokenTable.of(HaproxyCfgLexer.class.getResourceAsStream("HaproxyCfgLexer.tokens"));
  }

  public static TokenTable haproxyCheck() {
    return TokenTable.of(HaproxyCheckLexer.class.getResourceAsStream("HaproxyCheckLexer.tokens"));
  }

  public static TokenTable haproxyCondition() {
    return TokenTable.of(
        HaproxyConditionLexer.class.getResourceAsStream("HaproxyConditionLexer.tokens"));
  }

  public static TokenTable haproxyMessage() {
    return TokenTable.of(
        HaproxyMessageLexer.class.getResourceAsStream("HaproxyMessageLexer.tokens"));
  }

  public static TokenTable ifconfig() {
    return TokenTable.of(IfconfigLexer.class.getResourceAsStream("IfconfigLexer.tokens"));
  }

  public static TokenTable ipAddr() {
    return TokenTable.of(IpAddrLexer.class.getResourceAsStream("IpAddrLexer.tokens"));
  }

  public static TokenTable ipRoute() {
    return TokenTable.of(IpRouteLexer.class.getResourceAsStream("IpRouteLexer.tokens"));
  }

  public static TokenTable ipRule() {
    return TokenTable.of(IpRuleLexer.class.getResourceAsStream("IpRuleLexer.tokens"));
  }

  public static TokenTable journalRecord() {
    return TokenTable.of(JournalRecordLexer.class.getResourceAsStream("JournalRecordLexer.tokens"));
  }

  public static TokenTable listUnits() {
    return TokenTable.of(ListUnitsLexer.class.getResourceAsStream("ListUnitsLexer.tokens"));
  }

  public static TokenTable logrusRecord() {
    return TokenTable.of(LogrusRecordLexer.class.getResourceAsStream("LogrusRecordLexer.tokens"));
  }

  public static TokenTable networkFile() {
    return TokenTable.of(NetworkFileLexer.class.getResourceAsStream("NetworkFileLexer.tokens"));
  }

  public static TokenTable pem() {
    return TokenTable.of(PemLexer.class.getResourceAsStream("PemLexer.tokens"));
  }

  public static TokenTable ping() {
    return TokenTable.of(PingLexer.class.getResourceAsStream("PingLexer.tokens"));
  }

  public static TokenTable resolvConf() {
    return TokenTable.of(ResolvConfLexer.class.getResourceAsStream("ResolvConfLexer.tokens"));
  }

  public static TokenTable routeN() {
    return TokenTable.of(RouteNLexer.class.getResourceAsStream("RouteNLexer.tokens"));
  }

  public static TokenTable routeTables() {
    return TokenTable.of(RouteTablesLexer.class.getResourceAsStream("RouteTablesLexer.tokens"));
  }

  public static TokenTable rtTables() {
    return TokenTable.of(RtTablesLexer.class.getResourceAsStream("RtTablesLexer.tokens"));
  }

  public static TokenTable socketListing() {
    return TokenTable.of(SocketListingLexer.class.getResourceAsStream("SocketListingLexer.tokens"));
  }

  public static TokenTable sysctl() {
    return TokenTable.of(SysctlLexer.class.getResourceAsStream("SysctlLexer.tokens"));
  }

  public static TokenTable systemctlStatus() {
    return TokenTable.of(
        SystemctlStatusLexer.class.getResourceAsStream("SystemctlStatusLexer.tokens"));
  }

  public static TokenTable wcpsvcRecord() {
    return TokenTable.of(WcpsvcRecordLexer.class.getResourceAsStream("WcpsvcRecordLexer.tokens"));
  }
}
