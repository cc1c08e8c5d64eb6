package org.equipoise.app.house;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/// Small files that each break one law, planted in the packages of real rooms. They are compiled against the real
/// classes: when a law's target is renamed, its offender no longer compiles, and the law cannot fall idle unseen.
record Offenders(Path compiled, List<Source> sources) {
    static final Path FOLDER = Repository.OFFENDERS.resolve("laws");
    static final Offenders PLANTED = planted();

    /// Those planted for one law.
    static List<Source> of(Law law) {
        return Repository.files(FOLDER.resolve(law.id())).stream()
                .map(Source::planted)
                .toList();
    }

    private static Offenders planted() {
        List<Path> files = Repository.files(FOLDER);
        Path classes = Repository.ROOT.resolve("app/target/offenders/laws");
        try {
            Files.createDirectories(classes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        compile(files, classes);
        return new Offenders(classes, files.stream().map(Source::planted).toList());
    }

    private static void compile(List<Path> files, Path classes) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter said = new StringWriter();
        List<String> options = new ArrayList<>(List.of("-proc:none", "-nowarn", "-d", classes.toString()));
        options.addAll(List.of("-classpath", System.getProperty("java.class.path")));
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, Locale.ROOT, null)) {
            var units = manager.getJavaFileObjectsFromPaths(files);
            if (!compiler.getTask(said, manager, null, options, null, units).call()) {
                throw new IllegalStateException("the offenders do not compile against the rooms:\n" + said);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
