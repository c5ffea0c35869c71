package io.github.viplint.cli;

import picocli.CommandLine.Command;

/** Only names the commands: {@link Arguments} puts one of them into every command line. */
@Command(
    name = "viplint",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    synopsisHeading = "Usage: viplint [check] [OPTIONS] [PATH…|-]%n       ",
    description = {
      "",
      "Lints what was captured from a vSphere with Tanzu and HAProxy lab, offline.",
      "Without a command it checks; `viplint check --help` lists the options.",
      ""
    },
    footer = {
      "",
      "A first look:  viplint FOLDER   or   viplint < paste.txt",
      "What to capture:  viplint collect appliance | ssh root@HAPROXY sh > haproxy.txt",
      "",
      "Exit codes: 0 nothing found, 1 findings, 2 wrong usage, 3 input incomplete, 4 internal"
          + " error."
    })
final class Overview {}
