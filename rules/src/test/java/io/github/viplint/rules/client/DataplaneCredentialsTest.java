package io.github.viplint.rules.client;

import io.github.viplint.rules.LintedLab;
import org.junit.jupiter.api.Test;

class DataplaneCredentialsTest {
  @Test
  void isOneFindingHoweverOften() {
    LintedLab.of("VL708")
        .file(
            "wcpsvc.log",
            """
            2031-02-03T04:05:06Z error wcp [x/y.go:1] Failed to log in to haproxy: no configured users <<< error: the Data Plane API refused user name or password
            2031-02-03T04:06:06Z error wcp [x/y.go:1] Failed to log in to haproxy: no configured users
            """)
        .holds();
  }

  @Test
  void isLessSureWhereItAnsweredSomebody() {
    LintedLab.of("VL708")
        .file(
            "wcpsvc.log",
            """
            2031-02-03T04:05:06Z error wcp [x/y.go:1] Failed to log in to haproxy: no configured users <<< error/medium: refused
            """)
        .file(
            "paste.txt",
            """
            admin@desk:~$ curl -k -u wcp https://10.20.30.5:5556/v2/info
            {"api":{"build_date":"2020-11-05T10:11:12.000Z","version":"v2.1.0 3bec1e3"},"system":{}}
            """)
        .holds();
  }

  @Test
  void isSilentOn401InATimeAnIdOrAPort() {
    LintedLab.of("VL708")
        .file(
            "wcpsvc.log",
            """
            2031-02-03T04:05:06.401Z info wcp [x/y.go:401] [opID=401-haproxy] haproxy listens on 10.20.30.5:401
            2031-02-03T04:05:06.401Z error wcp [x/y.go:401] [opID=401] vCenter SSO says 401 Unauthorized
            """)
        .holds();
  }

  /** Made with {@code openssl passwd}. */
  @Test
  void warnsOfTheDefaultPasswordAndTellsAHashThatNeverMatches() {
    LintedLab.of("VL708")
        .file(
            "haproxy.cfg",
            """
            global
              maxconn 100
            userlist controller
              user admin password $1$abcdefgh$2n3IIQHlkPbzZbZMug4F6. <<< warning: the password of Data Plane API user admin is the default one
              user wcp password $6$abcdefgh$4D4n7.jYz5DKbZPtZODCtKlEf/kOk6iu1UK0ZoFczy7m3m.f0FdRcJ0YXuVvfhaPRBBqkYEUbDWTp46DxR8AK1
              user plain insecure-password haproxy <<< warning: user plain is the default one
              user slow password $5$rounds=5000$saltsalt$abcdefgh <<< info: can't check the password of slow
              user new password $2y$05$abcdefghijklmnopqrstuv <<< info: can't check the password of new
              user gone password REDACTED
              user altered password $xxxxxxxx/xx$6/yyyyyyyy
            """)
        .holds();
  }
}
