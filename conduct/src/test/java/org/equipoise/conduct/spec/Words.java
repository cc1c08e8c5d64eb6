package org.equipoise.conduct.spec;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.equipoise.language.identity.Confidential;

/// Events and commands in plain words, for the manual.
final class Words {
    private Words() {}

    static String of(Object value) {
        return switch (value) {
            case Collection<?> several -> several.stream().map(Words::of).collect(Collectors.joining("; "));
            case Record single when single.getClass().getPackageName().contains("identity") -> single.toString();
            case Record single -> "**" + phrase(single.getClass().getSimpleName()) + "**" + details(single);
            default -> value.toString();
        };
    }

    /// No text that a person would write in one of these sentences is longer.
    private static final int LONG = 100;

    private static String details(Record value) {
        List<String> details = new ArrayList<>();
        for (RecordComponent component : value.getClass().getRecordComponents()) {
            Object part = read(value, component);
            if (component.getName().equals("entry") && Integer.valueOf(0).equals(part)) {
                continue;
            }
            if (part instanceof Collection<?> several && several.size() > 4) {
                details.add(several.size() + " " + component.getName());
            } else if (part != null && !component.getName().equals("arm")) {
                details.add(component.getName() + " " + plain(part));
            }
        }
        return details.isEmpty() ? "" : " (" + String.join(", ", details) + ")";
    }

    private static String plain(Object part) {
        return switch (part) {
            case Collection<?> several -> several.stream().map(Words::plain).collect(Collectors.joining(" / "));
            case Confidential words -> "“" + Said.text(words) + "” as ciphertext";
            case Record single when single.toString().contains("[") -> inner(single);
            case String text when text.length() > LONG -> text.length() + " characters";
            default -> part.toString();
        };
    }

    private static String inner(Record value) {
        List<String> parts = new ArrayList<>();
        for (RecordComponent component : value.getClass().getRecordComponents()) {
            Object part = read(value, component);
            if (part instanceof Collection<?> several) {
                parts.add(several.size() + " " + component.getName());
            } else if (part != null) {
                parts.add(plain(part));
            }
        }
        return String.join(" ", parts);
    }

    private static Object read(Record value, RecordComponent component) {
        try {
            return component.getAccessor().invoke(value);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(String.valueOf(e.getMessage()), e);
        }
    }

    private static String phrase(String name) {
        return name.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    }
}
