package org.equipoise.app.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.equipoise.allocation.supply.ArmCodes;
import org.equipoise.allocation.vault.Secrets;
import org.equipoise.app.Main;
import org.equipoise.app.staging.VaultFolder;
import org.equipoise.language.identity.ArmCode;
import org.equipoise.statistics.random.Seed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/// A vault as a program of another user, a trial that is run against it, and a search for what only the vault knows.
/// Its arms have names and codes that nobody can guess and that the trial's own files do not hold; they are looked for
/// in the application's heap, its database, its logs and its archive. After the reveal the same search must find them
/// in each of these places, or it saw nothing before.
@EnabledIf(
        value = "org.equipoise.app.durability.Durable#isPossible",
        disabledReason = "this build has no PostgreSQL for this machine")
class VaultApartTest {
    private static final String LETTERS = "bcdfghjklmnpqrstvwxz";
    private static final int ARM = 28;
    private static final int CODE = 24;
    private static final int SECRET = 32;

    @TempDir
    Path folder;

    private final SecureRandom lot = new SecureRandom();
    private final SortedMap<ArmCode, String> arms = new TreeMap<>();

    private String canary(int length) {
        return lot.ints(length, 0, LETTERS.length())
                .mapToObj(LETTERS::charAt)
                .map(String::valueOf)
                .collect(Collectors.joining());
    }

    private List<String> canaries() {
        List<String> canaries = new ArrayList<>(arms.values());
        arms.keySet().forEach(code -> canaries.add(code.text()));
        return canaries;
    }

    private void begin(Path vault) {
        SortedMap<ArmCode, Integer> shares = new TreeMap<>();
        for (int arm = 0; arm < 2; arm++) {
            ArmCode code = new ArmCode(canary(CODE));
            arms.put(code, canary(ARM));
            shares.put(code, 1);
        }
        byte[] sealing = new byte[SECRET];
        lot.nextBytes(sealing);
        Secrets secrets = new Secrets(
                new ArmCodes(arms, shares),
                new Seed(lot.nextLong(), lot.nextLong()),
                new Seed(lot.nextLong(), lot.nextLong()),
                "0123456789abcdef".repeat(4));
        VaultFolder.begin(vault, secrets, sealing, false);
    }

    @Test
    void what_only_the_vault_knows_is_nowhere_else_before_the_reveal_and_everywhere_after_it() throws Exception {
        Household house = new Household(folder);
        Path vault = house.room(Household.KEEPER).resolve("vault");
        Path socket = vault.resolveSibling("socket");
        begin(vault);
        house.give(vault, Household.KEEPER);
        house.room(Household.SERVANT);
        ProcessBuilder keeping = house.java(
                Household.KEEPER,
                Main.class.getName(),
                vaultArguments(house, vault, socket).toArray(String[]::new));
        keeping.environment().put("EQUIPOISE_SECOND_FACTOR", "/bin/true");
        Process keeper = keeping.start();
        try {
            for (int i = 0; !Files.exists(socket) && keeper.isAlive() && i < 600; i++) {
                Thread.sleep(50);
            }
            assertThat(socket).as(house.said(Household.KEEPER)).exists();
            requireOneUserCannotReadTheOther(house, vault);
            Map<String, CanarySearch.Found> before = played(house, socket, "blinded");
            authorize(house, socket, "Ines", "statistician");
            authorize(house, socket, "Otto", "sponsor");
            Map<String, CanarySearch.Found> after = played(house, socket, "revealed");
            print(house, before);
            assertThat(before.values()).allSatisfy(found -> {
                assertThat(found.bytes()).isPositive();
                assertThat(found.texts()).isEmpty();
            });
            assertThat(after)
                    .allSatisfy((place, found) ->
                            assertThat(found.texts()).as(place).containsExactlyElementsOf(new TreeSet<>(canaries())));
        } finally {
            keeper.destroy();
            keeper.waitFor(10, TimeUnit.SECONDS);
        }
    }

    /// Each gives their own word; the vault's second factor is that of the keeper.
    private static void authorize(Household house, Path socket, String who, String role) throws Exception {
        Path room = house.folder.resolve(Household.SERVANT);
        Path minutes = Files.writeString(house.folder.resolve("minutes"), "Nothing is open.\n");
        Process word = house.java(
                        Household.SERVANT,
                        Main.class.getName(),
                        "authorize-reveal",
                        room.resolve("archive").toString(),
                        "--minutes",
                        minutes.toString(),
                        "--vault",
                        socket.toString(),
                        "--by",
                        who,
                        "--role",
                        role,
                        "--proof=1")
                .start();
        assertThat(word.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(word.exitValue()).as(house.said(Household.SERVANT)).isZero();
    }

    private static List<String> vaultArguments(Household house, Path vault, Path socket) {
        List<String> arguments = new ArrayList<>(List.of(
                "vault",
                house.folder.resolve("trials/pressure-dose").toString(),
                vault.toString(),
                "--socket",
                socket.toString()));
        if (house.twoUsers) {
            arguments.addAll(List.of("--group", Household.SERVANT));
        }
        return arguments;
    }

    private static void requireOneUserCannotReadTheOther(Household house, Path vault) throws InterruptedException {
        if (!house.twoUsers) {
            System.out.println("The vault and the application ran as one user here: that one cannot read the other was"
                    + " not tried.");
            return;
        }
        for (String file : List.of("secrets.json", "vault.log", ".")) {
            String path = vault.resolve(file).toString();
            String reads = file.equals(".") ? "ls" : "cat";
            assertThat(reads(house, Household.SERVANT, reads, path))
                    .as("%s by the application's user", path)
                    .isFalse();
            assertThat(reads(house, Household.KEEPER, reads, path))
                    .as("%s by the vault's own user", path)
                    .isTrue();
        }
    }

    private static boolean reads(Household house, String user, String... command) throws InterruptedException {
        return Household.is(house.as(user, command).toArray(String[]::new));
    }

    /// Lets the application run, and searches what it left, place by place.
    private Map<String, CanarySearch.Found> played(Household house, Path socket, String how) throws Exception {
        Path room = house.folder.resolve(Household.SERVANT);
        Files.deleteIfExists(room.resolve("heap.hprof"));
        Process application = house.java(
                        Household.SERVANT, Application.class.getName(), socket.toString(), room.toString(), how)
                .start();
        assertThat(application.waitFor(5, TimeUnit.MINUTES)).isTrue();
        assertThat(application.exitValue()).as(house.said(Household.SERVANT)).isZero();
        CanarySearch search = new CanarySearch(canaries());
        Path database = room.resolve("database");
        Map<String, CanarySearch.Found> found = new LinkedHashMap<>();
        found.put("heap of the application", search.in(room.resolve("heap.hprof")));
        found.put("tables of the database", search.in(database.resolve("data/base")));
        found.put("write-ahead log", search.in(database.resolve("data/pg_wal")));
        found.put("whole folder of the database", search.in(database));
        found.put("log of the server", search.in(database.resolve("postgres.log")));
        found.put("log of the program", search.in(house.log(Household.SERVANT)));
        found.put("archive", search.in(room.resolve("archive")));
        return found;
    }

    private static void print(Household house, Map<String, CanarySearch.Found> found) {
        System.out.println(house.twoUsers ? "two users" : "one user");
        found.forEach((place, each) ->
                System.out.println(place + ": " + each.files() + " files, " + each.bytes() + " bytes"));
    }
}
