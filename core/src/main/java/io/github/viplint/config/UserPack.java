package io.github.viplint.config;

import io.github.viplint.lint.MessageRule;
import io.github.viplint.lint.Rule;
import io.github.viplint.lint.RuleInfo;
import io.github.viplint.lint.RulePack;
import io.github.viplint.log.Signature;
import java.nio.file.Path;
import java.util.List;

/** The signatures of a user's file, and the rules in it that report them. */
public final class UserPack implements RulePack {
  private final SignatureFile.Content content;

  private UserPack(SignatureFile.Content content) {
    this.content = content;
  }

  /**
   * @throws ConfigurationException as {@link SignatureFile#read}
   */
  public static UserPack read(Path file) throws ConfigurationException {
    return new UserPack(SignatureFile.read(file));
  }

  /** None: its signatures may add to built-in rules. */
  @Override
  public String prefix() {
    return "";
  }

  @Override
  public List<Rule> rules() {
    return content.rules().stream().map(this::rule).toList();
  }

  private Rule rule(RuleInfo info) {
    return new MessageRule(
        info,
        content.signatures().stream()
            .filter(signature -> signature.rule().equals(info.code()))
            .toList());
  }

  @Override
  public List<Signature> signatures() {
    return content.signatures();
  }
}
