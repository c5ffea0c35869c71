package io.github.viplint.rules.haproxy.argument;

/**
 * An argument that haproxy refuses.
 *
 * @param index of the word; of the keyword where an argument is missing
 * @param message what is wrong, a sentence without an end
 * @param help an imperative
 */
public record ArgumentFault(int index, String message, String help) {}
