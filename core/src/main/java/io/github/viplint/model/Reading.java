package io.github.viplint.model;

import io.github.viplint.capture.Capture;
import io.github.viplint.capture.Coverage;
import io.github.viplint.capture.InputProblem;
import java.util.List;

/** What became of one capture: its facts, and an account of every line. */
public record Reading(
    Capture capture, List<Facts> facts, Coverage coverage, List<InputProblem> problems) {
  public Reading {
    facts = List.copyOf(facts);
    problems = List.copyOf(problems);
  }
}
