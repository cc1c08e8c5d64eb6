package org.equipoise.app.house;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One text file that ends up in the program: Java, or a resource.
record Source(String room, Path path, List<String> lines) {
    private static final Pattern PACKAGE = Pattern.compile("(?m)^package ([\\w.]+);");

    /// Everything under the rooms' `src/main`.
    static List<Source> standing(List<Room> rooms) {
        List<Source> sources = new ArrayList<>();
        for (Room room : rooms) {
            Path main = Repository.ROOT.resolve(room.name()).resolve("src/main");
            Repository.files(main).forEach(file -> sources.add(of(room.name(), file)));
        }
        return sources;
    }

    /// A planted file, which belongs to the room whose package it claims.
    static Source planted(Path file) {
        Source source = of("", file);
        return new Source(Room.of(source.packageName()), source.path(), source.lines());
    }

    private static Source of(String room, Path file) {
        return new Source(
                room,
                Repository.ROOT.relativize(file),
                Repository.read(file).lines().toList());
    }

    boolean isJava() {
        return path.toString().endsWith(".java");
    }

    String fileName() {
        return path.getFileName().toString();
    }

    /// The package it declares; nothing for a resource.
    String packageName() {
        Matcher declared = PACKAGE.matcher(String.join("\n", lines));
        return declared.find() ? declared.group(1) : "";
    }

    /// The full name of the type that a file of Java is named after.
    String typeName() {
        return packageName() + "." + fileName().replace(".java", "");
    }

    /// The numbers, from 1, of the lines in which a pattern is found.
    List<Integer> found(Pattern pattern) {
        List<Integer> numbers = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (pattern.matcher(lines.get(i)).find()) {
                numbers.add(i + 1);
            }
        }
        return numbers;
    }
}
