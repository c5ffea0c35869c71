package io.github.viplint.log;

import io.github.viplint.log.Signature.Form;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Signatures as the build compiles them, so that a run need not read YAML. Examples stay behind.
 */
public final class SignaturePack {
  private static final int MAGIC = 0x76_69_70_31; // vip1

  private SignaturePack() {}

  /** Writes signatures without their examples. */
  public static void write(List<Signature> signatures, OutputStream to) throws IOException {
    DataOutputStream out = new DataOutputStream(to);
    out.writeInt(MAGIC);
    out.writeInt(signatures.size());
    for (Signature signature : signatures) {
      out.writeUTF(signature.id());
      out.writeUTF(signature.rule());
      out.writeUTF(signature.meaning());
      out.writeUTF(signature.fix());
      out.writeUTF(signature.source());
      out.writeInt(signature.forms().size());
      for (Form form : signature.forms()) {
        out.writeUTF(form.literal());
        out.writeUTF(form.regex());
        out.writeBoolean(form.headed());
      }
    }
    out.flush();
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws IOException when it is something else
   */
  public static List<Signature> read(InputStream from) throws IOException {
    DataInputStream in = new DataInputStream(new BufferedInputStream(from));
    if (in.readInt() != MAGIC) {
      throw new IOException("no compiled signatures");
    }
    List<Signature> signatures = new ArrayList<>();
    int count = in.readInt();
    for (int i = 0; i < count; i++) {
      String id = in.readUTF();
      String rule = in.readUTF();
      String meaning = in.readUTF();
      String fix = in.readUTF();
      String source = in.readUTF();
      signatures.add(
          new Signature(id, rule, forms(in), meaning, fix, source, List.of(), List.of()));
    }
    return List.copyOf(signatures);
  }

  private static List<Form> forms(DataInputStream in) throws IOException {
    List<Form> forms = new ArrayList<>();
    int count = in.readInt();
    for (int i = 0; i < count; i++) {
      String literal = in.readUTF();
      String regex = in.readUTF();
      forms.add(in.readBoolean() ? Form.withHead(literal, regex) : Form.of(literal, regex));
    }
    return forms;
  }
}
