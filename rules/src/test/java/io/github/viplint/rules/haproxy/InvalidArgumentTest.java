package io.github.viplint.rules.haproxy;

import io.github.viplint.lint.Finding;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InvalidArgumentTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "timeout client 5.5s | is no time",
        "timeout client -5 | is no time",
        "timeout client 5x | is no time",
        "timeout client 99999999999 | is too long a time",
        "timeout client | needs a value",
        "tcp-request inspect-delay x | is no time",
        "mode udp | is none of tcp, http",
        "balance leastcon | is no way to balance",
        "balance hdr | is no way to balance",
        "hash-type x | is none of map-based, consistent",
        "http-reuse maybe | is none of never",
        "id 0 | must be a number over 0",
        "errorfile 599 /dev/null | is none of 200",
        "retries | needs a value",
        "maxconn | needs a value",
        "option tcplog x | 'option tcplog' takes no argument",
        "disabled x | 'disabled' takes no argument",
        "no option tcplog | can't be negated",
        "no mode http | may not stand before 'mode'",
        "acl or src 10.0.0.1 | may not be called 'or'",
        "acl a+b src 10.0.0.1 | the name of an ACL",
        "acl a src 10.0.0.300 | is no address or network",
        "acl a src 10.0.0.0/33 | is no address or network",
        "acl a dst_port http | is no number",
        "log 127.0.0.1 | needs an address and a facility",
        "log 127.0.0.1 local9 | is none of kern",
        "log 127.0.0.1 local0 verbose | is none of emerg",
        "redirect location /x code 200 | is none of 301",
        "http-request deny deny_status 499 | is none of 200",
        "capture request header a | needs a name, and len",
        "stick-table type ip | has no size",
        "stick-table type ipv9 size 1m | is no type",
        "log-format a b | takes one word",
        "server a/b 10.0.0.1:80 | the name of a server",
        "server a 10.0.0.1:80 weight 300 | is no weight",
        "server a 10.0.0.1:80 weight -1 | is no weight",
        "server a 10.0.0.1:80 check inter 5x | is no time",
        "server a 10.0.0.1:80 check inter 0 | may not be 0",
        "server a 10.0.0.1:80 check rise 0 | must be a number over 0",
        "server a 10.0.0.1:80 verify maybe | is none of none, required",
        "bind :80 level root | is none of user",
        "bind :443 ssl | this bind has ssl and no certificate",
        "bind :443 ssl crt /x.pem verify required | verifies clients and names no CA",
        "server a 10.0.0.1:443 ssl | no CA is named",
        "server a 10.0.0.1:443 check-ssl verify required | no CA is named",
        "server a 10.0.0.1 check | has no port, and a check needs one",
        "option external-check | needs external-check in the global section",
        "acl a nosuchfetch x | is nothing that haproxy can look at",
        "acl a path,nosuch -i /x | 'nosuch' is no converter of haproxy 2.6",
        "acl a req.hdr(host),lowr x | did you mean 'lower'?",
        "http-request set-header X-A | needs a name and a value",
        "http-request set-header X-A a%[src,nosuch]b | 'nosuch' is no converter",
        "http-request set-header X-A %[nosuch] | is nothing that haproxy can look at",
        "http-response add-header X-A %[hdr(a),field(1,:),nosuch] | 'nosuch' is no converter",
        "log-format %ci:%zz | '%zz' stands for nothing",
        "log-format %{+Q}zz | '%zz' stands for nothing",
        "unique-id-format %ci%hrx | or %hr",
        "http-request set-var(foo) src | begins with its scope",
      })
  void findsWhatHaproxyRefuses(String line, String message) {
    of("2.6", "listen a\n  " + line + " <<< error/high: " + message);
  }

  @Test
  void knowsWhatEachReleaseTakes() {
    of("2.6", "global\n  nbthread 1000 <<< error: runs 1 to 64 threads");
    of("3.0", "global\n  nbthread 1000");
    of("2.6", "listen a\n  mode log <<< error: is none of");
    of("3.0", "backend a\n  mode log");
    of("2.6", "frontend a/b <<< error: the name of a frontend section\n  bind :80");
    of("3.5", "frontend a/b\n  bind :80");
    of("2.2", "defaults d\nfrontend a from d <<< error: came with 2.4\n  bind :80");
    of("2.6", "defaults d\nfrontend a from d\n  bind :80");
    of("2.6", "global x <<< error: 'global' takes no argument\nlisten <<< error: has no name");
    of("2.2", "listen a\n  errorfile 501 /x <<< error: is none of");
    of("2.6", "listen a\n  errorfile 501 /x");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "timeout client 5s",
        "timeout client 30",
        "timeout client 30sec",
        "timeout client \"${TIMEOUT}\"",
        "timeout client 24d",
        "balance uri depth 3",
        "balance hdr(host)",
        "balance random(2)",
        "balance rdp-cookie",
        "retries many",
        "maxconn many",
        "server a 10.0.0.1:80 weight abc",
        "server a 10.0.0.1:80 check inter 2s rise 2 fall 3 on-error mark-down",
        "server mode 10.0.0.1:80 cookie weight",
        "acl a src 10.0.0.1 10.0.0.0/8 192.168.0.0/255.255.0.0 ::1 web.example",
        "acl a src -f /x",
        "acl a dst_port 80 443",
        "acl a dst_port ge 1024",
        "log /dev/log local0 info warning",
        "log 127.0.0.1:514 len 4096 format rfc5424 local0",
        "log global",
        "no log",
        "no option http-server-close",
        "redirect scheme https code 301 if !{ ssl_fc }",
        "http-request deny deny_status 429 if TRUE",
        "capture request header a len 10",
        "stick-table type ip size 1m expire 30m store http_req_rate(10s)",
        "option httpchk GET /",
        "option forwardfor except 127.0.0.1",
        "option redispatch 1",
        "server a 10.0.0.1:443 ssl verify none",
        "default-server ssl verify none\n  server a 10.0.0.1:443 ssl",
        "server a 10.0.0.1 check port 80",
        "option tcp-check\n  tcp-check connect port 80\n  server a 10.0.0.1 check",
        "bind :443 ssl crt /x.pem verify optional ca-file /y.pem",
        "acl a lua.mine x",
        "acl a hdr_dom(host),lower -i example",
        "http-request set-var(txn.a) src",
        "http-request set-header X-A %[req.hdr(a),field(1,:),lower]%%nosuch",
        "http-request set-header X-A \"%[str('a),nosuch'),lower]\"",
        "http-request set-header X-A %[src,lua.mine]",
        "http-request set-header X-A 100%",
        "http-request replace-header X-A %[nosuch] b",
        "log-format \"%ci:%cp [%tr] %ft %b/%s %TR/%Tw/%Tc/%Tr/%Ta %ST %B %{+Q}r %[ssl_fc,not]\"",
      })
  void isSilentOn(String line) {
    of("2.2", "listen a\n  " + line);
  }

  private static List<Finding> of(String version, String marked) {
    return HaproxyFile.of("VL517", version, HaproxyFile.DEFAULTS + marked + "\n").holds();
  }
}
