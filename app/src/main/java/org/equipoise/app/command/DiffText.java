package org.equipoise.app.command;

import java.io.PrintWriter;
import java.util.List;
import java.util.TreeSet;
import org.equipoise.protocol.amendment.Amendment;
import org.equipoise.protocol.amendment.Subject;
import org.equipoise.protocol.design.Succession;

/// What an amendment touches, and what a record says under it, in words.
record DiffText(PrintWriter out) {
    private static final String UNDECLARED =
            "Participants in flight: the amended version does not say who has to consent again. Without 'amendment' in"
                    + " protocol.yaml it cannot be activated while the trial runs.";

    void print(Amendment amendment) {
        if (amendment.changes().isEmpty()) {
            out.println("The two versions say the same.");
            return;
        }
        for (Subject subject : amendment.touched()) {
            out.println(capital(subject.words()) + ":");
            amendment.changes().stream()
                    .filter(change -> change.subject() == subject)
                    .forEach(change -> out.println("  " + change.place() + ": " + change.sentence() + "."));
        }
        out.println(
                amendment.touchesConduct()
                        ? "The trial would be run otherwise: the new version needs the ethics committee's approval."
                        : "The trial is run as before: only its analysis or its rehearsal changes.");
        print(
                "Consent (a proposal; the ethics committee decides):",
                amendment.consent(),
                "Nobody needs to consent again.");
        out.println(amendment.succession().map(DiffText::declared).orElse(UNDECLARED));
        if (!amendment.unasked().isEmpty()) {
            out.println("  Mind: " + amendment.unasked().size() + " of the proposals above are for a signature.");
        }
        print("Migrations:", amendment.migrations(), "Nothing recorded has to be read otherwise.");
    }

    private static String declared(Succession succession) {
        String who = switch (succession.reconsent()) {
            case ALL ->
                "everyone goes on under the version they consented to, and follows the amended one once they have"
                        + " consented to it";
            case IN_TREATMENT ->
                "whoever is still to be treated goes on under the version they consented to, and follows the"
                        + " amended one once they have consented to it; all others follow it at once";
            case NONE -> "everyone follows the amended version as soon as it is activated";
        };
        String retired = succession.retires().isEmpty()
                ? ""
                : "\n  Given up on purpose: " + String.join(", ", new TreeSet<>(succession.retires())) + ".";
        return "Participants in flight: " + who + " (" + succession.why() + ")." + retired;
    }

    private void print(String heading, List<Amendment.Consequence> consequences, String none) {
        out.println(consequences.isEmpty() ? none : heading);
        consequences.forEach(
                each -> out.println("  " + capital(each.who()) + ": " + each.what() + " (" + each.why() + ")."));
    }

    private void print(DiffJson.Takeover takeover) {
        if (takeover.refused() != null) {
            out.println("It could not be activated now: " + takeover.refused());
            return;
        }
        out.println("If it were activated now:");
        print("would follow it at once", takeover.following());
        print("would have to consent again first", takeover.waiting());
    }

    void print(DiffJson.Record record) {
        print(record.takeover());
        out.println("The record, replayed:");
        record.participants().forEach((standing, count) -> out.println("  " + count + " " + standing));
        print("eligibility decisions would be others", record.eligibility());
        print("queries would be asked that were not", record.moreQueries());
        print("queries were asked that would not be", record.fewerQueries());
        if (record.endpoints() != null) {
            print("endpoint values would be others", record.endpoints());
        } else {
            print(
                    "things recorded have no place in the amended version; endpoints cannot be derived under it",
                    record.homeless());
        }
    }

    private void print(String what, List<String> each) {
        out.println("  " + each.size() + " " + what + (each.isEmpty() ? "" : ":"));
        each.forEach(line -> out.println("    " + line));
    }

    private static String capital(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
