package org.equipoise.app.house;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.stream.Stream;

/// A way in which the world gets into a program. Each is told by types that nobody may depend on (`java.util.random.*`
/// names a package and those within it) and by members that nobody may reach for (`java.lang.Math#random`; `*#` stands
/// for any owner).
enum Stir {
    CLOCK(
            "java.time.Clock",
            "java.time.InstantSource",
            "java.time.*#now",
            "java.time.ZoneId#systemDefault",
            "java.util.Date#<init>",
            "java.util.Calendar#getInstance",
            "java.util.Timer",
            "java.lang.System#currentTimeMillis",
            "java.lang.System#nanoTime",
            "java.lang.Thread#sleep",
            "java.util.concurrent.TimeUnit#sleep"),
    CHANCE(
            "java.util.Random",
            "java.util.SplittableRandom",
            "java.util.concurrent.ThreadLocalRandom",
            "java.util.random.*",
            "java.security.SecureRandom",
            "java.lang.Math#random",
            "java.lang.StrictMath#random",
            "java.util.UUID#randomUUID",
            "java.util.Collections#shuffle",
            "java.lang.System#identityHashCode"),
    NETWORK(
            "java.net.URL",
            "java.net.URLConnection",
            "java.net.Socket",
            "java.net.ServerSocket",
            "java.net.DatagramSocket",
            "java.net.InetAddress",
            "java.net.http.*",
            "java.nio.channels.SocketChannel",
            "java.nio.channels.ServerSocketChannel",
            "javax.net.*",
            "java.sql.*",
            "javax.sql.*"),
    FILE(
            "java.nio.file.Files",
            "java.nio.file.FileSystems",
            "java.nio.channels.FileChannel",
            "java.io.File",
            "java.io.FileInputStream",
            "java.io.FileOutputStream",
            "java.io.FileReader",
            "java.io.FileWriter",
            "java.io.RandomAccessFile",
            "java.util.jar.JarFile",
            "java.util.prefs.*",
            "java.util.zip.ZipFile"),
    PRINT(
            "java.lang.IO",
            "java.io.Console",
            "java.lang.System$Logger",
            "java.util.logging.*",
            "org.slf4j.*",
            "java.lang.System#out",
            "java.lang.System#err",
            "java.lang.System#in",
            "*#printStackTrace"),
    MACHINE(
            "java.lang.Runtime",
            "java.lang.Process",
            "java.lang.ProcessBuilder",
            "java.lang.ProcessHandle",
            "java.lang.System#exit",
            "java.lang.System#getenv",
            "java.lang.System#getProperty",
            "java.nio.charset.Charset#defaultCharset",
            "java.util.Locale#getDefault");

    /// Made by `List.of`, which never changes.
    @SuppressWarnings("ImmutableEnumChecker")
    private final List<String> words;

    Stir(String... words) {
        this.words = List.of(words);
    }

    /// Every place in a class that lets the world in this way.
    Stream<String> in(JavaClass from) {
        Stream<String> types = from.getDirectDependenciesFromSelf().stream()
                .filter(dependency -> words.stream().anyMatch(word -> names(word, dependency.getTargetClass())))
                .map(Dependency::getDescription);
        Stream<String> members = from.getAccessesFromSelf().stream()
                .filter(access -> words.stream().anyMatch(word -> names(word, access)))
                .map(JavaAccess::getDescription);
        return Stream.concat(types, members);
    }

    private static boolean names(String word, JavaAccess<?> access) {
        int hash = word.indexOf('#');
        return hash > 0
                && word.substring(hash + 1).equals(access.getTarget().getName())
                && names(word.substring(0, hash), access.getTargetOwner());
    }

    private static boolean names(String word, JavaClass type) {
        return word.endsWith("*")
                ? (type.getPackageName() + ".").startsWith(word.substring(0, word.length() - 1))
                : word.equals(type.getName());
    }
}
