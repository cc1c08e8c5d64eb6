package org.equipoise.app.blinding;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.equipoise.app.command.Ran;
import org.equipoise.app.trial.TestStudies;
import org.equipoise.journal.archive.SigningKey;

/// What the command line prints to somebody who has a blinded trial's archive: output, errors and exit code of each
/// command, right and wrong. The folder is the same in every world, for commands name it.
record Printed(Path folder) implements Surface {
    /// The arguments of every call; `{…}` stands for a file of the trial.
    static final List<String> CALLS = List.of(
            "verify {journal}",
            "verify {journal} --json",
            "verify {journal} --witness {journal}.witness",
            "verify {journal} --key {other}",
            "verify {journal} --key {other} --json",
            "verify {changed} --key {journal}.key",
            "verify {cut} --key {journal}.key --witness {journal}.witness --json",
            "verify {nothing}",
            "prove {journal} --event 40",
            "prove {journal} --event 99999999",
            "prove {journal} --since 10 --witness {journal}.witness --key {journal}.key",
            "prove {journal}",
            "diff {study} {amended} --journal {journal}",
            "diff {study} {amended} --journal {journal} --json",
            "diff {study} {amended} --journal {journal} --key {journal}.key --on 2026-06-01");

    @Override
    public void show(World world, Artefacts to) {
        try {
            Map<String, Path> files = files(world);
            for (String call : CALLS) {
                String[] arguments = Arrays.stream(call.split(" "))
                        .map(word -> filled(word, files))
                        .toArray(String[]::new);
                run(call, to, arguments);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void run(String call, Artefacts to, String... arguments) {
        Ran ran = Ran.run(arguments);
        to.put("printed by " + call, ran.out());
        to.put("complaint of " + call, ran.err());
        to.put("exit of " + call, String.valueOf(ran.exit()));
    }

    private static String filled(String word, Map<String, Path> files) {
        String filled = word;
        for (Map.Entry<String, Path> file : files.entrySet()) {
            filled = filled.replace("{" + file.getKey() + "}", file.getValue().toString());
        }
        return filled;
    }

    private Map<String, Path> files(World world) throws IOException {
        empty(folder);
        byte[] archive = world.stage().archive(world.journal());
        byte[] changed = archive.clone();
        changed[archive.length / 2] ^= 1;
        Map<String, Path> files = new LinkedHashMap<>();
        files.put("journal", Files.write(folder.resolve("journal"), archive));
        files.put("changed", Files.write(folder.resolve("changed"), changed));
        files.put("cut", Files.write(folder.resolve("cut"), Arrays.copyOf(archive, archive.length / 3)));
        files.put("other", text("other.key", SigningKey.ofSeed(new byte[32]).keyFile()));
        files.put("nothing", folder.resolve("nothing"));
        text("journal.key", world.stage().signingKey().keyFile());
        text("journal.witness", world.witness().text());
        Path study = TestStudies.TRIALS.resolve(world.stage().study().id());
        files.put("study", study);
        files.put("amended", amended(study, folder.resolve("amended")));
        return files;
    }

    private Path text(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    /// The study with every window a day longer.
    private static Path amended(Path study, Path to) throws IOException {
        for (Map.Entry<String, byte[]> file : TestStudies.folder(study).files().entrySet()) {
            Path path = to.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            String text = new String(file.getValue(), StandardCharsets.UTF_8);
            Files.writeString(path, text.replaceAll("after: (\\d)\\b", "after: 1$1"));
        }
        return to;
    }

    static void empty(Path folder) throws IOException {
        List<Path> inside = new ArrayList<>();
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                all.sorted(Comparator.reverseOrder()).forEach(inside::add);
            }
        }
        for (Path path : inside) {
            Files.delete(path);
        }
        Files.createDirectories(folder);
    }
}
