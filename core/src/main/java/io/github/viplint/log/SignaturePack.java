package io.github.viplint.log;

import io.github.viplint.log.Signature.Form;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Signatures as the build compiles them, so that a run need not read YAML. Examples stay behind.
 */
public final class SignaturePack {
  private static final int MAGIC = 0x76_69_70_32; // vip2

  private SignaturePack() {}

  /** Writes signatures without their examples. */
  public static void write(List<Signature> signatures, OutputStream to) throws IOException {
    DataOutputStream out = new DataOutputStream(to);
    out.writeInt(MAGIC);
    out.writeInt(signatures.size());
    for (Signature signature : signatures) {
      write(signature.id(), out);
      write(signature.rule(), out);
      write(signature.meaning(), out);
      write(signature.fix(), out);
      write(signature.source(), out);
      out.writeInt(signature.forms().size());
      for (Form form : signature.forms()) {
        write(form.literal(), out);
        write(form.regex(), out);
        out.writeBoolean(form.headed());
      }
    }
    out.flush();
  }

  /** Latin-1 where that will do, which is read without a look at each character. */
  private static void write(String text, DataOutputStream out) throws IOException {
    boolean latin = StandardCharsets.ISO_8859_1.newEncoder().canEncode(text);
    byte[] bytes = text.getBytes(latin ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
    out.writeInt(latin ? bytes.length : -bytes.length);
    out.write(bytes);
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws IOException when it is something else
   */
  public static List<Signature> read(InputStream from) throws IOException {
    ByteBuffer in = ByteBuffer.wrap(from.readAllBytes());
    try {
      if (in.getInt() != MAGIC) {
        throw new IOException("no compiled signatures");
      }
      List<Signature> signatures = new ArrayList<>();
      int count = in.getInt();
      for (int i = 0; i < count; i++) {
        String id = text(in);
        String rule = text(in);
        String meaning = text(in);
        String fix = text(in);
        String source = text(in);
        signatures.add(
            new Signature(id, rule, forms(in), meaning, fix, source, List.of(), List.of()));
      }
      return List.copyOf(signatures);
    } catch (BufferUnderflowException | IllegalArgumentException e) {
      throw new IOException("compiled signatures are cut off", e);
    }
  }

  private static List<Form> forms(ByteBuffer in) {
    List<Form> forms = new ArrayList<>();
    int count = in.getInt();
    for (int i = 0; i < count; i++) {
      String literal = text(in);
      String regex = text(in);
      forms.add(in.get() != 0 ? Form.withHead(literal, regex) : Form.of(literal, regex));
    }
    return forms;
  }

  private static String text(ByteBuffer in) {
    int length = in.getInt();
    int from = in.position();
    in.position(from + Math.abs(length));
    return new String(
        in.array(),
        from,
        Math.abs(length),
        length < 0 ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1);
  }
}
