package org.equipoise.app.command;

import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.equipoise.app.ExitCode;
import org.equipoise.app.Stop;
import org.equipoise.store.Database;
import org.equipoise.store.postgres.Login;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Where an installation keeps its journals: `--data` or `--database`, for the commands that need one of the two.
final class Installation {
    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "The folder of a database of our own, which is made where something is put into it.")
    private @Nullable Path data;

    @Option(
            names = "--database",
            paramLabel = "URL",
            description = "A database that runs elsewhere, as jdbc:postgresql://host/name.")
    private @Nullable String url;

    boolean isNamed() {
        return data != null || url != null;
    }

    /// Refuses both and neither.
    ///
    /// @param needs the beginning of the sentence that says so
    void require(String needs) {
        if ((data == null) == (url == null)) {
            throw new Stop(
                    ExitCode.USAGE, needs + "--data DIR, for a database of its own in that folder, or --database URL.");
        }
    }

    /// The folder of the database, where it has one.
    Optional<Path> folder() {
        return Optional.ofNullable(data);
    }

    /// The database, started or reached for writing.
    Database open() {
        return data == null ? elsewhere(Objects.requireNonNull(url)) : Database.in(data);
    }

    /// The database, whoever runs it. Nobody needs its owner's password for that.
    Database toRead() {
        return data == null
                ? Database.toRead(login(Objects.requireNonNull(url), "EQUIPOISE_DATABASE"))
                : Database.toRead(data);
    }

    /// The file of the signing key: the one named, or the one in the folder.
    Path signingKey(@Nullable Path named) {
        if (named == null && data == null) {
            throw new Stop(ExitCode.USAGE, "With --database, name the file of the signing key with --signing-key.");
        }
        return named != null ? named : Objects.requireNonNull(data).resolve("signing-key");
    }

    @Override
    public String toString() {
        return String.valueOf(data == null ? url : data);
    }

    /// Passwords come from the environment, where the list of programs does not show them.
    private static Database elsewhere(String url) {
        return Database.at(login(url, "EQUIPOISE_OWNER"), login(url, "EQUIPOISE_DATABASE"));
    }

    private static Login login(String url, String prefix) {
        Map<String, String> environment = System.getenv();
        String user = environment.get(prefix + "_USER");
        String password = environment.get(prefix + "_PASSWORD");
        if (user == null || password == null) {
            throw new Stop(
                    ExitCode.USAGE,
                    "--database needs " + prefix + "_USER and " + prefix + "_PASSWORD in the environment.");
        }
        return new Login(url, user, password);
    }
}
