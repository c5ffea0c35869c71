package io.github.viplint.benchmarks;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A wcpsvc.log of a busy vCenter: mostly records that say nothing, some with faults and stack
 * traces behind them, and records that a signature wants spread evenly.
 *
 * @param bytes at least this many, and at most one record more
 * @param relevant how many records hold a message that a built-in signature wants
 */
record WcpsvcLog(long bytes, int relevant) {
  private static final List<String> RELEVANT =
      List.of(
          "error wcp [kubelifecycle/health.go:212] [opID=%s] Kubernetes cluster health endpoint"
              + " problem at 172.21.6.%d. Details: Get \"https://172.21.6.%d:6443/healthz?timeout=5s\":"
              + " dial tcp 172.21.6.%d:6443: connect: no route to host",
          "error wcp [lbapi/haproxy.go:331] [opID=%s] Post"
              + " \"https://172.21.5.%d:5556/v2/services/haproxy/transactions?version=%d\": dial tcp"
              + " 172.21.5.%d:5556: connect: connection refused",
          "warning wcp [kubelifecycle/controller.go:478] [opID=%s] Get"
              + " \"https://172.21.6.%d:443/api?q=%d\": dial tcp 172.21.6.%d:443: i/o timeout");

  private static final List<String> PLAIN =
      List.of(
          "debug wcp [kubelifecycle/controller.go:1024] [opID=%s] Attempting to sync supervisor"
              + " c796cc96-1978-4920-b805-35398cdf11%02d in state RUNNING",
          "info wcp [clustersvc/passwordmonitor.go:137] [opID=vCLS] Rotating password for"
              + " ClusterComputeResource:domain-c%2$d",
          "debug wcp [dataprovider/cluster_agencies.go:96] [opID=%s] Successfully read the database"
              + " record (domain-c%d)",
          "info wcp [kubelifecycle/node.go:77] [opID=%s] [ END ]"
              + " [kubelifecycle.(*Controller).syncKubeInstanceState:436] [%dms] supervisor=domain-c10",
          "debug wcp [informer/informer.go:133] [opID=%s] Processing property collector update"
              + " version %d for VirtualMachine:vm-1042: runtime.powerState=poweredOn,"
              + " guest.net=[4000: 172.21.4.11, fe80::250:56ff:fe8a:1]");

  private static final String STACK =
      "warning wcp [workload/quota.go:61] [opID=%s] Retrying after %d ms: quota not yet known\n"
          + "goroutine 91 [running]:\n"
          + "gitlab/wcp/workload.(*Quota).sync(0xc000a1e000, 0x1)\n"
          + "\t/build/workload/quota.go:61 +0x1d4\n"
          + "created by gitlab/wcp/workload.Start\n"
          + "\t/build/workload/start.go:18 +0x8e";

  private static final long BEGIN = Instant.parse("2024-10-01T02:09:28Z").toEpochMilli();

  /** Writes the log; always the same one. */
  void write(OutputStream out) throws IOException {
    SplittableRandom random = new SplittableRandom(1);
    long step = bytes / (relevant + 1L);
    long written = 0;
    long millis = BEGIN;
    int wanted = 0;
    StringBuilder batch = new StringBuilder();
    while (written < bytes || wanted < relevant) {
      millis += random.nextInt(40);
      String operation = operation(random);
      boolean next = wanted < relevant && written >= step * (wanted + 1L);
      String form =
          next
              ? RELEVANT.get(wanted % RELEVANT.size())
              : random.nextInt(200) == 0 ? STACK : PLAIN.get(random.nextInt(PLAIN.size()));
      int number = next ? 20 + wanted % 40 : random.nextInt(100);
      int before = batch.length();
      batch.append(Instant.ofEpochMilli(millis)).append(' ');
      batch.append(String.format(form, operation, number, number, number)).append('\n');
      written += batch.length() - before;
      wanted += next ? 1 : 0;
      if (batch.length() > 1 << 16 || written >= bytes) {
        out.write(batch.toString().getBytes(StandardCharsets.US_ASCII));
        batch.setLength(0);
      }
    }
    out.write(batch.toString().getBytes(StandardCharsets.US_ASCII));
  }

  private static String operation(SplittableRandom random) {
    int number = random.nextInt(1 << 16);
    return Integer.toHexString(0x66910000 + number) + "-c796cc96-1978-4920-b805-35398cdf11a3";
  }
}
