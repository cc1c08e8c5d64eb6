package org.equipoise.journal.canonical;

import java.lang.invoke.MethodHandle;
import java.lang.reflect.RecordComponent;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.equipoise.language.canonical.CanonicalWriter;
import org.equipoise.language.identity.Confidential;
import org.equipoise.language.identity.Digest;
import org.equipoise.language.identity.Sealed;
import org.equipoise.language.identity.Signature;
import org.equipoise.language.value.PartialDate;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonToken;

/// A value written as one string: text as entered, a date, the name of someone or something, bytes in
/// hexadecimal.
///
/// @param text the string a value stands as; refuses a value that could not be read back
/// @param value the value a string stands for, null where it stands for none
record TextShape(String expected, Function<Object, String> text, Function<String, @Nullable Object> value)
        implements Shape {
    private static final List<Class<?>> BYTES =
            List.of(Digest.class, Sealed.class, Confidential.class, Signature.class);

    @Override
    public void write(Object value, CanonicalWriter out) {
        out.string(text.apply(value));
    }

    @Override
    public Object read(ShapeReader in) {
        in.expect(JsonToken.VALUE_STRING, expected);
        String written = in.parser().getString();
        Object read = value.apply(written);
        if (read == null) {
            throw in.fault("'" + written + "' is not " + expected);
        }
        return read;
    }

    static Shape string() {
        return new TextShape("a string", text -> (String) text, text -> text);
    }

    static Shape localDate() {
        return new TextShape("a date YYYY-MM-DD", date -> fourDigits((LocalDate) date), TextShape::localDate);
    }

    private static String fourDigits(LocalDate date) {
        if (date.getYear() < 0 || date.getYear() > 9999) {
            throw new IllegalArgumentException(date + " has no year of four digits");
        }
        return date.toString();
    }

    private static @Nullable LocalDate localDate(String text) {
        try {
            return text.length() == 10 ? LocalDate.parse(text) : null;
        } catch (DateTimeException e) {
            return null;
        }
    }

    static Shape partialDate() {
        Function<String, @Nullable Object> read = text -> PartialDate.read(text).orElse(null);
        return new TextShape("a partial date", date -> readable(date.toString(), date, read), read);
    }

    /// The names of `language.identity` have one component, their text.
    static Shape identity(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        if (components.length != 1 || components[0].getType() != String.class) {
            throw new IllegalArgumentException(type + " is more than one string and has no canonical form");
        }
        MethodHandle text = Access.accessor(type, components[0]);
        MethodHandle constructor = Access.constructor(type);
        Function<Object, String> written = name -> (String) Access.required(text, name);
        if (!BYTES.contains(type)) {
            return new TextShape("a string", written, name -> Access.construct(constructor, name));
        }
        int length = type == Digest.class ? 64 : type == Signature.class ? 128 : -1;
        Function<String, @Nullable Object> read =
                hex -> hexadecimal(hex, length) ? Access.construct(constructor, hex) : null;
        return new TextShape("bytes in hexadecimal", bytes -> readable(written.apply(bytes), bytes, read), read);
    }

    private static boolean hexadecimal(String text, int length) {
        return (length < 0 ? text.length() % 2 == 0 : text.length() == length)
                && text.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'));
    }

    private static String readable(String text, Object value, Function<String, @Nullable Object> read) {
        if (!value.equals(read.apply(text))) {
            throw new IllegalArgumentException("'" + text + "' would not be read as it was written");
        }
        return text;
    }
}
