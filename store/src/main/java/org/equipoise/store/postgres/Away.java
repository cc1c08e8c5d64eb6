package org.equipoise.store.postgres;

import java.sql.SQLException;
import java.util.List;
import org.equipoise.journal.store.JournalUnavailable;

/// Says that the database could not do what it was asked, why, and what to do about it.
final class Away {
    private static final String DISK_FULL = "53100";

    /// Classes of errors whose words are about connections, room and the server, never about what is in a row.
    private static final List<String> ABOUT_THE_SERVER = List.of("08", "53", "57", "58");

    private static final String NOTHING_LOST =
            " Nothing that was answered is lost; what was not answered may be given again.";

    private Away() {}

    static JournalUnavailable because(SQLException e) {
        String state = String.valueOf(e.getSQLState());
        String why = ABOUT_THE_SERVER.stream().anyMatch(state::startsWith) ? " (" + firstLine(e) + ")" : "";
        String sentence = state.equals(DISK_FULL)
                ? "The disk of the database is full" + why + ". Make room on it; the trial goes on by itself as soon as"
                        + " there is."
                : "The database cannot be reached, or failed" + why + ". See to it that it runs; the trial goes on by"
                        + " itself as soon as it does.";
        return new JournalUnavailable(sentence + NOTHING_LOST, e);
    }

    private static String firstLine(SQLException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("").replaceFirst("^(ERROR|FATAL|PANIC): ", "");
    }
}
