package io.github.viplint.capture;

/** Is told how far reading the inputs has come; from several threads, one after the other. */
@FunctionalInterface
public interface Progress {
  /** Nobody watches. */
  Progress UNSEEN = (file, read, size) -> {};

  /**
   * @param file the path as given
   * @param read how many of its bytes were read
   * @param size how many it has, -1 when that is not known; as many as were read when it is done
   */
  void at(String file, long read, long size);
}
