package io.github.viplint.faststart;

import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * A field for one value that some lambda captured.
 *
 * @param type object, for whatever is one, or a primitive as it lies on the stack
 * @param number how many of the same type come before it
 */
record Slot(Type type, int number) {
  private static final Type OBJECT = Type.getType(Object.class);

  /** Where each of the captured values is kept. */
  static List<Slot> of(Type... captured) {
    List<Slot> slots = new ArrayList<>();
    for (Type value : captured) {
      Type type = onStack(value);
      long before = slots.stream().filter(slot -> slot.type.equals(type)).count();
      slots.add(new Slot(type, (int) before));
    }
    return slots;
  }

  String name() {
    return "captured" + type.getSort() + "_" + number;
  }

  boolean isObject() {
    return type.equals(OBJECT);
  }

  /** The instruction that puts a value on the stack where nothing was captured. */
  int nothing() {
    return switch (type.getSort()) {
      case Type.INT -> Opcodes.ICONST_0;
      case Type.LONG -> Opcodes.LCONST_0;
      case Type.FLOAT -> Opcodes.FCONST_0;
      case Type.DOUBLE -> Opcodes.DCONST_0;
      default -> Opcodes.ACONST_NULL;
    };
  }

  private static Type onStack(Type type) {
    return switch (type.getSort()) {
      case Type.BOOLEAN, Type.BYTE, Type.CHAR, Type.SHORT -> Type.INT_TYPE;
      case Type.ARRAY, Type.OBJECT -> OBJECT;
      default -> type;
    };
  }
}
