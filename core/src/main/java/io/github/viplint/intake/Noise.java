package io.github.viplint.intake;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What stands between captures, or in them, and is no part of any. */
enum Noise {
  /** Text was left out here, so that the capture is no longer whole. */
  ELISION(
      "\\s*(?:#\\s*)?(?:\\.{3,}|\u2026+|\\[(?:\\.{2,}|\u2026|snip|cut)\\]|<(?:snip|\\.{3}|cut)>"
          + "|\\((?:\\.{3}|\u2026|snip)\\)|-{1,3} ?snip ?-{1,3}|8<-+)\\s*"),
  /** A pager stopped before the end. */
  PAGER_STOP(
      "lines \\d+-\\d+|--More--.*|Hint: You are currently not seeing messages from other users.*"
          + "|\\s+Users in (?:groups|the) .* can see all messages\\.|\\s+Pass -q to turn off this notice\\.|Hint: Some lines were ellipsized, use -l to show in full\\.?"),
  /** A pager at the end of its text. */
  PAGER_END("lines \\d+-\\d+(?:/\\d+)? \\(END\\)|\\(END\\)"),
  /** How a command or a script ended, as transcripts write it. */
  RESULT(
      "\\[?(?:[a-z]{1,12} ){0,2}rc\\d?=\\d{1,3}\\]?"
          + "|\\S{1,100}: line \\d{1,5}: .{1,100}: (?:command not found|No such file or directory)"),
  /** What a pager fills the screen with, and its prompt. */
  PAGER_FILL("~|:"),
  /** Greetings, questions and good-byes of a login. */
  BANNER(
      "The authenticity of host .*|\\S{1,20} key fingerprint is .*|This key is not known by .*"
          + "|Are you sure you want to continue connecting.*|Warning: Permanently added .*"
          + "|(?:\\(\\S{1,200}\\) )?(?:\\S{1,200}'s )?[Pp]assword( for \\S+)?:\\s*"
          + "|Last (?:failed )?login: .*|Welcome to (?:Photon|Ubuntu|VMware).*|tdnf update info .*"
          + "|\\s*\\d\\d:\\d\\d:\\d\\d up .*load average.*|Connection to \\S+ closed.*|logout|exit"
          + "|VMware vCenter Server .*|Type: vCenter Server .*|Connected to service|\\s*\\* (?:List APIs|List Plugins|Launch BASH|Documentation|Management|Support):.*"
          + "|(?:The programs included with|the exact distribution terms|individual files in|Ubuntu comes with).*"
          + "|-bash: warning: .*|Pseudo-terminal will not be .*|\\d+ updates? (?:can be|is).*"
          + "|Script (?:started|done) on .*"
          + "|There (?:was|were) \\d+ failed login attempts? .*"),
  /** What a shell says when a command could not do its work. */
  SHELL(
      "(?:-?(?:bash|sh|zsh)|cat|grep|ls|head|tail|less|vi): .*|[\\w.-]{1,40}: command not found"
          + "|System has not been booted with systemd .*|Failed to (?:connect to bus|get D-Bus connection): .*"
          + "|.{0,200}: No such file or directory|Command '.*' not found.*");

  private static final int LONGEST = 400;
  private static final ByFirstCharacter<Noise> ALL =
      ByFirstCharacter.of(noise -> noise.pattern, List.of(values()));
  private final Pattern pattern;

  Noise(String pattern) {
    this.pattern = Pattern.compile(pattern);
  }

  static Optional<Noise> of(String line) {
    if (line.length() <= LONGEST) {
      for (Noise noise : ALL.startingLike(line)) {
        if (noise.pattern.matcher(line).matches()) {
          return Optional.of(noise);
        }
      }
    }
    return Optional.empty();
  }
}
