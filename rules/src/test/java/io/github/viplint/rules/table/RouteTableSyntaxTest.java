package io.github.viplint.rules.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.viplint.capture.TextEdit;
import io.github.viplint.lint.Condition;
import io.github.viplint.lint.Finding;
import io.github.viplint.lint.Fix;
import io.github.viplint.lint.Options;
import io.github.viplint.rules.LintedLab;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RouteTableSyntaxTest {
  private static final String FILE = "etc/vmware/route-tables.cfg";

  private static List<Finding> lint(String text) {
    return LintedLab.of("VL301").file(FILE, text).holds();
  }

  @Test
  void takesTheAppliancesOwnFile() {
    lint(
        """
        #
        # Each line that contains a value must adhere to the following format:
        #   <TableID>,<TableName>,<MACAddress>,<NetworkCIDR>,<Gateway4>

        2,workload,00:50:56:00:00:02,172.20.1.10/16,172.20.0.1
        2,workload,00:50:56:00:00:02,172.20.1.10/16
        3,frontend,00:50:56:00:00:03,10.20.30.10/24,10.20.30.1
        3,frontend,00:50:56:00:00:03,10.20.30.10/24
        """);
  }

  @Test
  void reportsWhatEndsTheService() {
    lint(
        """
        2,workload,00:50:56:00:00:02 <<< error: the line has 3 fields of at least 4
          # frontend <<< error: an indented # is no comment
        ,first,00:50:56:00:00:02,172.20.1.10/16 <<< error: the table ID is missing
        -2,second,00:50:56:00:00:02,172.20.1.10/16 <<< error: `-2` is no table ID
        2,workload,00-50-56-00-00-02,172.20.1.10/16 <<< error: `00-50-56-00-00-02` is no MAC address
        2,workload,00:50:56:00:00,172.20.1.10/16 <<< error: is no MAC address
        2,workload,00:50:56:00:00:02,172.20.1.10/33 <<< error: `172.20.1.10/33` is no address
        2,workload,00:50:56:00:00:02,172.20.1.300/16 <<< error: is no address with a prefix length
        2,workload,00:50:56:00:00:02,172.20.1.10/16,gateway <<< error: gateway `gateway` is no address
        2,workload,00:50:56:00:00:02,172.20.1.10/16,172.20.0.1/16 <<< error: gateway `172.20.0.1/16`
        """);
  }

  @Test
  void releasesUpToV018NeedAGatewayOnEveryLine() {
    LintedLab.of("VL301")
        .options(new Options(Optional.empty(), Optional.of("v0.1.8"), Optional.empty()))
        .file(
            FILE,
            """
            2,workload,00:50:56:00:00:02,172.20.1.10/16,172.20.0.1
            2,workload,00:50:56:00:00:02,172.20.1.10/16 <<< error: the line has no gateway, which this release of the appliance needs
            """)
        .holds();
  }

  /** The second line of the table would have told its name, were it there. */
  @Test
  void aByteOrderMarkIsAPartOfTheFirstLine() {
    LintedLab.of("VL301")
        .file(
            FILE,
            "\uFEFF# ID,name,MAC,CIDR <<< error: the file begins with a byte order mark\n"
                + "2,workload,00:50:56:00:00:02,172.20.1.10/16\n")
        .holds();
  }

  @Test
  void aByteOrderMarkDoesNoHarmWhereAnotherLineNamesTheTable() {
    LintedLab.of("VL301")
        .file(
            FILE,
            "\uFEFF2,workload,00:50:56:00:00:02,172.20.1.10/16,172.20.0.1\n"
                + "2,workload,00:50:56:00:00:02,172.20.1.10/16\n")
        .holds();
  }

  /** v0.1.8 to v0.1.10 quote nothing there, so that the blank is lost. */
  @Test
  void takesABlankBeforeTheGatewayWhereTheReleaseDoes() {
    LintedLab.of("VL301")
        .options(new Options(Optional.empty(), Optional.of("v0.1.10"), Optional.empty()))
        .file(FILE, "2,workload,00:50:56:00:00:02,172.20.1.10/16, 172.20.0.1\n")
        .holds();
  }

  @Test
  void pointsAtTheFieldAndMendsABlankAfterAComma() {
    Finding finding =
        lint("""
                2,workload,00:50:56:00:00:02,172.20.1.10/16, 172.20.0.1 <<< error: a blank after a comma
                2,workload,00:50:56:00:00:02,172.20.1.10/16
                """)
            .get(0);
    assertThat(finding.span().place().startColumn()).isEqualTo(45);
    Fix fix = finding.fixes().get(0);
    assertThat(fix.safety()).isEqualTo(Fix.Safety.SAFE);
    assertThat(fix.edits()).containsExactly(new TextEdit(finding.span(), ""));
    assertThat(fix.commands()).containsSubsequence("systemctl restart route-tables");
  }

  @Test
  void leadsToTheFailedService() {
    Finding finding = lint("2,workload <<< error: the line has 2 fields\n").get(0);
    assertThat(finding.shows())
        .extracting(Condition::kind)
        .containsExactly(Condition.Kind.ROUTE_TABLE_REJECTED);
  }

  @Test
  void warnsWhereTheGatewayIsDropped() {
    List<Finding> findings =
        lint(
            """
            2,workload,00:50:56:00:00:02,172.20.1.10/16,172.20.0.1,, <<< warning: more than one comma behind the gateway
            3,frontend,00:50:56:00:00:03,10.20.30.10/24,10.20.30.1,eth2 <<< warning: table frontend gets no default route
            """);
    assertThat(findings).allSatisfy(finding -> assertThat(finding.shows()).isEmpty());
    assertThat(findings)
        .extracting(finding -> finding.fixes().get(0).safety())
        .containsExactlyInAnyOrder(Fix.Safety.SAFE, Fix.Safety.UNSAFE);
  }

  @Test
  void takesOneCommaAtTheEndForTheEndOfTheLastField() {
    lint("2,workload,00:50:56:00:00:02,172.20.1.10/16,172.20.0.1,\n");
  }

  @Test
  void needsTheIdOnOneLineOfATableOnly() {
    lint(
        """
        2,workload,00:50:56:00:00:02,172.20.1.10/16,172.20.0.1
         2,workload,00:50:56:00:00:02,172.20.1.10/16
        3,frontend,00:50:56:00:00:03,10.20.30.10/24
        ,frontend,00:50:56:00:00:03,10.20.30.10/24,10.20.30.1
        """);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "251", "252", "256", "300"})
  void warnsOfIdsOutsideTheAllowedOnes(String id) {
    lint(
        """
        %1$s,workload,00:50:56:00:00:02,172.20.1.10/16,172.20.0.1 <<< warning: table ID %1$s lies outside
        %1$s,workload,00:50:56:00:00:02,172.20.1.10/16
        """
            .formatted(id));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "253", "254", "255", "4294967296", "two", "2", "250"})
  void leavesReservedIdsToTheirOwnRule(String id) {
    lint(id + ",workload,00:50:56:00:00:02,172.20.1.10/16,172.20.0.1\n");
  }

  @Test
  void findsCarriageReturnsOnce() {
    String unix =
        """
        # comment

        2,workload,00:50:56:00:00:02,172.20.1.10/16,172.20.0.1 <<< error: Windows line ends
        2,workload,00:50:56:00:00:02,172.20.1.10/16
        """;
    Finding finding =
        lint(unix.replace("\n", "\r\n")
                .replace(" <<< error: Windows line ends\r", "\r <<< error: Windows line ends"))
            .get(0);
    assertThat(finding.fixes().get(0).edits()).hasSize(4);
  }

  @Test
  void takesShortAndOctalFormsAsIproute2Does() {
    lint(
        """
        2,workload,00:50:56:00:00:02,172.20.1.10/255.255.0.0,172.20.1
        3,frontend,00:50:56:00:00:03,010.20.30.10/24,10.20.30.1
        """);
  }

  @Test
  void saysNothingOfBlanksThatAPasteMayHaveMade() {
    LintedLab.of("VL301")
        .file(
            "paste-1.txt",
            """
            root@haproxy [ ~ ]# cat /etc/vmware/route-tables.cfg
              # comment
              2,workload,00:50:56:00:00:02,172.20.1.10/16,172.20.0.1\s\s
              2,workload,00:50:56:00:00:02,172.20.1.10/16
            root@haproxy [ ~ ]#
            """)
        .holds();
  }

  @Test
  void saysNothingOfTemplates() {
    lint("{{ id }},workload,{{ mac }},{{ cidr }},{{ gateway }}\n");
  }

  @Test
  void mendsACommaAndACarriageReturnTogether() {
    List<Finding> findings =
        lint(
            "2,workload,00:50:56:00:00:02,172.20.1.10/16,172.20.0.1,,\r <<< error: Windows line ends"
                + " <<< warning: more than one comma behind the gateway\n");
    List<TextEdit> edits =
        findings.stream().flatMap(finding -> finding.fixes().get(0).edits().stream()).toList();
    assertThat(findings.get(0).span().capture().edited(edits).text())
        .isEqualTo("2,workload,00:50:56:00:00:02,172.20.1.10/16,172.20.0.1\n");
  }
}
