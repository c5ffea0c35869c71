package io.github.viplint.read.log;

import static io.github.viplint.read.log.LogReading.SIGNATURES;
import static io.github.viplint.read.log.LogReading.fact;
import static io.github.viplint.read.log.LogReading.log;
import static io.github.viplint.read.log.LogReading.only;
import static io.github.viplint.read.log.LogReading.seen;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.viplint.capture.Capture;
import io.github.viplint.capture.CaptureKind;
import io.github.viplint.capture.Coverage;
import io.github.viplint.capture.Mask;
import io.github.viplint.capture.Source;
import io.github.viplint.model.LogEntry;
import io.github.viplint.model.LogTime;
import io.github.viplint.model.Logins;
import io.github.viplint.model.Logins.Login;
import io.github.viplint.model.Logins.Outcome;
import io.github.viplint.model.Reading;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KubectlReaderTest {
  private final KubectlReader reader = new KubectlReader(SIGNATURES);

  @Test
  void aLoginThatSucceeded() {
    Reading reading =
        read(
            """
            kubectl vsphere login --insecure-skip-tls-verify -u admin@lab.test --server=10.20.0.35

            KUBECTL_VSPHERE_PASSWORD environment variable is not set. Please enter the password below
            Password:
            Logged in successfully.

            You have access to the following contexts:
               10.20.0.35
               tkg-app

            If the context you wish to use is not in this list, you may need to try
            logging in again later, or contact your cluster administrator.

            To change context, use `kubectl config use-context <workload name>`
            """);

    Login login = onlyLogin(reading);
    assertThat(login.server()).contains("10.20.0.35");
    assertThat(login.outcome()).isEqualTo(Outcome.SUCCEEDED);
    assertThat(login.span().place().startLine()).isEqualTo(5);
    assertThat(reading.coverage()).isEqualTo(new Coverage(14, 14, 0, 0));
  }

  @Test
  void aLoginThatFailedOnATerminal() {
    Reading reading =
        read(
            """
            ERRO[0005] Error occurred during HTTP request: Get https://10.20.0.35/wcp/loginbanner: dial tcp 10.20.0.35:443: connect: no route to host
            There was an error when trying to connect to the server.\\n
            Please check the server URL and try again.FATA[0005] Error while connecting to host 10.20.0.35: Get https://10.20.0.35/wcp/loginbanner: dial tcp 10.20.0.35:443: connect: no route to host.
            """);

    Login login = onlyLogin(reading);
    assertThat(login.server()).contains("10.20.0.35");
    assertThat(login.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(login.span().text()).startsWith("FATA[0005]");
    assertThat(log(reading).entries())
        .extracting(entry -> entry.level().orElse(""))
        .containsExactly("error", "fatal");
    LogEntry fatal = log(reading).entries().get(1);
    assertThat(fatal.message()).startsWith("Error while connecting to host 10.20.0.35");
    assertThat(fatal.span().place().startLine()).isEqualTo(3);
    assertThat(fatal.span().place().startColumn()).isEqualTo(43);
    assertThat(reading.coverage()).isEqualTo(new Coverage(3, 3, 0, 0));
  }

  @Test
  void aLoginThatReachedNotAllClusters() {
    Reading reading =
        read(
            """
            set KUBECTL_VSPHERE_PASSWORD=hunter2
            kubectl vsphere login --server=https://10.20.0.36/ --vsphere-username=admin@lab.test
            time="2021-08-04T18:10:56+01:00" level=warning msg="Error occurred during HTTP request: Post \\"https://10.20.0.52/wcp/login\\": EOF"
            time="2021-08-04T18:10:56+01:00" level=error msg="Login failed: Post \\"https://10.20.0.52/wcp/login\\": EOF"
            time="2021-08-04T18:10:56+01:00" level=warning msg="Login failed for workload/cluster {app 10.20.0.52}\\n"
            Not all cluster/workload sessions were established. Login failed for the following clusters/workloads:
               app

            You have access to the following contexts:
               10.20.0.49
            """);

    Login login = onlyLogin(reading);
    assertThat(login.server()).contains("10.20.0.36");
    assertThat(login.outcome()).isEqualTo(Outcome.PARTLY);
    assertThat(login.span().place().startLine()).isEqualTo(6);
    assertThat(seen(reading)).containsExactly("eof", "eof");
    LogEntry error = log(reading).entries().get(1);
    assertThat(error.message())
        .isEqualTo("Login failed: Post \"https://10.20.0.52/wcp/login\": EOF");
    assertThat(error.level()).contains("error");
    assertThat(error.time().flatMap(LogTime::zone)).contains(ZoneOffset.ofHours(1));
    assertThat(reading.coverage()).isEqualTo(new Coverage(10, 9, 1, 0));
    assertThat(reading.facts().toString()).doesNotContain("hunter2");
  }

  @Test
  void plainMessagesOfKubectl() {
    Reading reading =
        read(
            """
            user@client:~$ k get pods -A
            The connection to the server 10.20.0.34:6443 was refused - did you specify the right host or port?
            user@client:~$ k get pods -A
            Unable to connect to the server: dial tcp 10.20.0.34:443: connect: no route
            to host
            """);

    assertThat(seen(reading)).containsExactly("refused", "no-route");
    assertThat(reading.facts()).noneMatch(Logins.class::isInstance);
    assertThat(reading.coverage()).isEqualTo(new Coverage(5, 5, 0, 0));
  }

  @Test
  void tablesAreUnderstood() {
    Reading reading =
        read(
            """
            $ kubectl get nodes
            NAME                  STATUS   ROLES                  AGE   VERSION
            42344c0c03ff6c1cf443  Ready    control-plane,master   19h   v1.25.6+vmware.wcp.2

            $ kubectl config use-context cluster-2
            Switched to context "cluster-2".
            something else
            """);

    assertThat(reading.coverage()).isEqualTo(new Coverage(7, 6, 1, 0));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          kubectl vsphere login --server=https://10.20.0.36/                 | 10.20.0.36
          root@client [ ~ ]# kubectl vsphere login --server 10.20.0.36 -u a  | 10.20.0.36
          $ kubectl-vsphere login -s vip.lab.test                            | vip.lab.test
          C:\\bin> kubectl.exe vsphere login --server="10.20.0.36"           | 10.20.0.36
          KUBECTL_VSPHERE_PASSWORD=x kubectl vsphere login --server=10.2.0.1 | 10.2.0.1
          kubectl --v=8 vsphere login --server=<address>                     | -
          kubectl vsphere login                                              | -
          """)
  void theServerIsTheOneTyped(String command, String server) {
    Login login = onlyLogin(read(command + "\n"));

    assertThat(login.server().orElse(null)).isEqualTo(server);
    assertThat(login.outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(login.span().place().startLine()).isEqualTo(1);
  }

  @Test
  void eachCommandIsAnAttemptOfItsOwn() {
    Reading reading =
        read(
            """
            $ kubectl vsphere login --server=10.20.0.36
            FATA[0005] Error while connecting to host 10.20.0.36: timeout
            $ kubectl vsphere login --server=10.20.0.37
            Logged in successfully.
            """);

    assertThat(fact(reading, Logins.class).logins())
        .extracting(login -> login.server().orElse("") + " " + login.outcome())
        .containsExactly("10.20.0.36 FAILED", "10.20.0.37 SUCCEEDED");
  }

  @Test
  void theCommandMayStandBesideTheText() {
    String typed = "kubectl vsphere login --server=10.20.0.36";
    Source source =
        new Source("test.txt", "Logged in successfully.\n", StandardCharsets.UTF_8, "", Mask.NONE);
    Reading reading =
        reader.read(
            Capture.whole(source).kind(CaptureKind.KUBECTL).command(Optional.of(typed)).build());

    assertThat(onlyLogin(reading).server()).contains("10.20.0.36");
    assertThat(onlyLogin(reading).outcome()).isEqualTo(Outcome.SUCCEEDED);
  }

  @Test
  void anErrorThatIsNoLoginsIsNone() {
    assertThat(read("ERRO[0001] cannot read the configuration\n").facts())
        .noneMatch(Logins.class::isInstance);
  }

  @Test
  void aRecordThatWasCutIsReadAsFarAsItGoes() {
    LogEntry entry =
        only(
            read("time=\"2021-08-04T18:10:56Z\" level=error msg=\"10.20.0.35:443 was refused and"));

    assertThat(entry.level()).contains("error");
    assertThat(entry.message()).isEqualTo("10.20.0.35:443 was refused and");
  }

  @Property(tries = 300)
  void everyLineIsAccountedFor(@ForAll("outputs") String text) {
    Reading reading = read(text);

    assertThat(reading.coverage().total()).isEqualTo((int) text.lines().count());
    assertThat(reading.coverage().problems()).isZero();
  }

  @Property(tries = 300)
  void nothingIsThrown(@ForAll String text) {
    assertThat(read(text).problems()).isEmpty();
  }

  @Provide
  Arbitrary<String> outputs() {
    return Arbitraries.of(
            "ERRO[0005] ",
            "FATA[0005] Error while connecting to host ",
            "time=\"2021-08-04T18:10:56Z\" ",
            "level=error ",
            "msg=\"10.0.0.1:443 refused\\\"",
            "\"",
            "kubectl vsphere login ",
            "--server=",
            "--server ",
            "$ ",
            "NAME AGE",
            "Logged in successfully",
            "You have access to the following contexts:",
            "\n",
            "\n",
            "  ")
        .list()
        .ofMaxSize(40)
        .map(parts -> String.join("", parts) + "\n");
  }

  private Reading read(String text) {
    return LogReading.read(reader, CaptureKind.KUBECTL, text);
  }

  private static Login onlyLogin(Reading reading) {
    List<Login> logins = fact(reading, Logins.class).logins();
    assertThat(logins).hasSize(1);
    return logins.get(0);
  }
}
