package io.github.viplint.intake.archive;

import java.io.IOException;
import java.util.Optional;

/** Who takes the files that an archive holds. */
public interface Members {

  /**
   * Whether a member is worth a look.
   *
   * @param path in its archive, without the ending of a compressed file
   */
  boolean wants(String path);

  /** A program or a document, which is packed as an archive is and holds no files of a host. */
  void passOver(String origin);

  /** One file; what is not read of it is skipped. */
  void take(Member member) throws IOException;

  /**
   * A member that is only a link.
   *
   * @param same the origin of the member that it is another name of; empty when it points somewhere
   */
  void link(String origin, String path, Optional<String> same);

  /**
   * Something could not be read.
   *
   * @param origin {@code bundle.tgz!/member}, or the archive
   */
  void problem(String origin, String message);
}
