package io.github.viplint.faststart;

import java.util.Arrays;
import org.objectweb.asm.Type;

/** The classes that hold a primitive value. */
enum Box {
  BOOLEAN(Type.BOOLEAN_TYPE, "Boolean"),
  CHARACTER(Type.CHAR_TYPE, "Character"),
  BYTE(Type.BYTE_TYPE, "Byte"),
  SHORT(Type.SHORT_TYPE, "Short"),
  INTEGER(Type.INT_TYPE, "Integer"),
  FLOAT(Type.FLOAT_TYPE, "Float"),
  LONG(Type.LONG_TYPE, "Long"),
  DOUBLE(Type.DOUBLE_TYPE, "Double");

  private final Type primitive;
  private final Type type;

  Box(Type primitive, String name) {
    this.primitive = primitive;
    this.type = Type.getObjectType("java/lang/" + name);
  }

  Type primitive() {
    return primitive;
  }

  Type type() {
    return type;
  }

  String className() {
    return type.getInternalName();
  }

  static boolean isPrimitive(Type type) {
    return type.getSort() < Type.ARRAY;
  }

  static boolean is(Type type) {
    return Arrays.stream(values()).anyMatch(box -> box.type.equals(type));
  }

  static Box by(Type type) {
    return Arrays.stream(values()).filter(box -> box.type.equals(type)).findFirst().orElseThrow();
  }

  static Box of(Type primitive) {
    return Arrays.stream(values())
        .filter(box -> box.primitive.equals(primitive))
        .findFirst()
        .orElseThrow();
  }
}
