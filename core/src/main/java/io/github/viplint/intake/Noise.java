package io.github.viplint.intake;

import static io.github.viplint.intake.TextForm.like;
import static io.github.viplint.intake.TextForm.with;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What stands between captures, or in them, and is no part of any. */
enum Noise {
  /** Text was left out here, so that the capture is no longer whole. */
  ELISION(
      like("\\s*(?:#\\s*)?(?:\\.{3,}|\u2026+|\\[(?:\\.{2,}|\u2026|snip|cut)\\]|<(?:snip|\\.{3}|cut)>"
              + "|\\((?:\\.{3}|\u2026|snip)\\)|-{1,3} ?snip ?-{1,3}|8<-+)\\s*")
          .having("..", "\u2026", "snip", "cut", "8<-")),
  /** A pager stopped before the end. */
  PAGER_STOP(
      like(
          "lines \\d+-\\d+|--More--.*|Hint: You are currently not seeing messages from other users.*"
              + "|\\s+Users in (?:groups|the) .* can see all messages\\.|\\s+Pass -q to turn off this notice\\.|Hint: Some lines were ellipsized, use -l to show in full\\.?")),
  /** A pager at the end of its text. */
  PAGER_END(like("lines \\d+-\\d+(?:/\\d+)? \\(END\\)|\\(END\\)")),
  /** How a command or a script ended, as transcripts write it. */
  RESULT(
      with("rc", "\\[?(?:[a-z]{1,12} ){0,2}rc\\d?=\\d{1,3}\\]?"),
      with(
          ": line ",
          "\\S{1,100}: line \\d{1,5}: .{1,100}: (?:command not found|No such file or directory)")),
  /** What a pager fills the screen with, and its prompt. */
  PAGER_FILL(like("~|:")),
  /** Greetings, questions and good-byes of a login. */
  BANNER(
      with(" key fingerprint is ", "\\S{1,20} key fingerprint is .*"),
      with("assword", "(?:\\(\\S{1,200}\\) )?(?:\\S{1,200}'s )?[Pp]assword( for \\S+)?:\\s*"),
      with("load average", "\\s*\\d\\d:\\d\\d:\\d\\d up .*load average.*"),
      like("logout|exit"),
      with(
          " ",
          "(?:The authenticity of host|This key is not known by|Warning: Permanently added) .*"),
      with(" ", "Are you sure you want to continue connecting.*"),
      with("login: ", "Last (?:failed )?login: .*"),
      with("Welcome to ", "Welcome to (?:Photon|Ubuntu|VMware).*"),
      with("Connection to ", "Connection to \\S+ closed.*"),
      with(" vCenter Server ", "(?:VMware|Type:) vCenter Server .*"),
      with("Connected to service", "Connected to service"),
      with(
          "* ",
          "\\s*\\* (?:List APIs|List Plugins|Launch BASH|Documentation|Management|Support):.*"),
      like("(?:The programs included with|the exact distribution terms|individual files in|Ubuntu comes with).*")
          .having("The programs", "the exact", "individual files", "Ubuntu comes"),
      with("-bash: warning: ", "-bash: warning: .*"),
      with("Pseudo-terminal will not be ", "Pseudo-terminal will not be .*"),
      like("\\d+ updates? (?:can be|is).*|tdnf update info .*").having(" update"),
      with("Script ", "Script (?:started|done) on .*"),
      with(" failed login attempt", "There (?:was|were) \\d+ failed login attempts? .*")),
  /** What a shell says when a command could not do its work. */
  SHELL(
      with(": command not found", "[\\w.-]{1,40}: command not found"),
      with(": No such file or directory", ".{0,200}: No such file or directory"),
      with(": ", "(?:-?(?:bash|sh|zsh)|cat|grep|ls|head|tail|less|vi): .*"),
      with("System has not been booted", "System has not been booted with systemd .*"),
      with("Failed to ", "Failed to (?:connect to bus|get D-Bus connection): .*"),
      with("Command '", "Command '.*' not found.*"));

  private static final int LONGEST = 400;

  /** One of the forms. */
  record Form(Noise noise, TextForm form) {}

  /** Apart, for the build makes what they need. */
  private static final class Forms {
    static final ByOpening<Form> ALL =
        ByOpening.of(all(), Noise.class.getResourceAsStream("noise.openings"));
  }

  private final List<TextForm> forms;

  Noise(TextForm... forms) {
    this.forms = List.of(forms);
  }

  List<TextForm> forms() {
    return forms;
  }

  /** All forms, in the order in which they are tried. */
  static List<Form> all() {
    return Stream.of(values())
        .flatMap(noise -> noise.forms.stream().map(form -> new Form(noise, form)))
        .toList();
  }

  static Optional<Noise> of(String line) {
    if (line.length() <= LONGEST) {
      for (Form one : Forms.ALL.startingLike(line)) {
        if (one.form().fits(line)) {
          return Optional.of(one.noise());
        }
      }
    }
    return Optional.empty();
  }
}
