package org.equipoise.conduct.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.equipoise.conduct.command.Command;
import org.equipoise.conduct.command.Role;
import org.equipoise.conduct.desk.ProtocolShelf;
import org.equipoise.conduct.refusal.Refusal;
import org.equipoise.conduct.refusal.Sentences;
import org.equipoise.conduct.sequencer.Outcome;
import org.equipoise.conduct.sequencer.Sequencer;
import org.equipoise.journal.event.Actor;
import org.equipoise.journal.event.JournalledEvent;
import org.equipoise.journal.event.StudyEvent;
import org.equipoise.journal.event.TrialEvent;
import org.equipoise.journal.store.MemoryJournal;
import org.equipoise.protocol.reading.Study;

/// One promise: given what happened, when someone asks, then this happens or this is refused.
final class Spec {
    /// Microseconds of a year, a little more than most have.
    private static final long YEAR = 366L * 24 * 3600 * 1_000_000;

    private final String title;
    private final Study study;
    private final List<Study> shelf = new ArrayList<>();
    private final List<TrialEvent> given = new ArrayList<>();
    private final List<Spoken> spoken = new ArrayList<>();
    private long now;
    private String before = "";
    private Role role = Role.SPONSOR;
    private Command when = new Command.LockStudy("");
    private List<TrialEvent> then = List.of();
    private Refusal refused;

    /// An event of somebody in particular.
    private record Spoken(String person, Role role, TrialEvent event) {}

    Spec(String title, Study study) {
        this.title = title;
        this.study = study;
    }

    String title() {
        return title;
    }

    Spec given(Story.Past past) {
        given.addAll(past.events());
        before = past.words();
        return this;
    }

    /// After all that happened, someone in particular did something.
    Spec said(String person, Role as, TrialEvent event) {
        spoken.add(new Spoken(person, as, event));
        before += "\n- " + person + ", " + as.word() + ": " + Words.of(event);
        return this;
    }

    /// A later version of the study is at hand.
    Spec amended(Study later) {
        shelf.add(later);
        return this;
    }

    /// So long after what happened.
    Spec yearsLater(int years) {
        now = years * YEAR;
        return this;
    }

    Spec when(Role who, Command command) {
        role = who;
        when = command;
        return this;
    }

    Spec then(TrialEvent... events) {
        then = List.of(events);
        return this;
    }

    Spec refused(Refusal refusal) {
        refused = refusal;
        return this;
    }

    void run() {
        Outcome outcome = sequencer().submit("when", "someone", role, when);
        if (refused != null) {
            assertThat(outcome).isEqualTo(new Outcome.Refused(refused));
        } else {
            assertThat(outcome)
                    .isInstanceOfSatisfying(
                            Outcome.Accepted.class,
                            accepted -> assertThat(accepted.events())
                                    .extracting(Said::in)
                                    .containsExactlyElementsOf(then));
        }
    }

    private Sequencer sequencer() {
        MemoryJournal journal = new MemoryJournal();
        List<JournalledEvent> events = new ArrayList<>();
        int protocol = 0;
        for (TrialEvent told : given) {
            TrialEvent event = told;
            if (told instanceof StudyEvent.ProtocolActivated activated) {
                protocol = activated.number();
                event = protocol == 1
                        ? new StudyEvent.ProtocolActivated(1, study.conduct().hash())
                        : told;
            }
            events.add(new JournalledEvent(
                    events.size() + 1, 0, new Actor("someone", "SPONSOR"), "given " + events.size(), protocol, event));
        }
        for (Spoken each : spoken) {
            events.add(new JournalledEvent(
                    events.size() + 1,
                    0,
                    new Actor(each.person(), each.role().name()),
                    "said " + events.size(),
                    protocol,
                    each.event()));
        }
        journal.append(events);
        return new Sequencer(study, ProtocolShelf.of(shelf), journal, new SpecDesk(1), Story.keys(), () -> now);
    }

    /// The promise as a paragraph of the manual.
    String markdown() {
        StringBuilder page = new StringBuilder("### " + title + "\n\n");
        if (!before.isEmpty()) {
            page.append("Given ").append(before).append("\n\n");
        }
        if (now > 0) {
            page.append("and ").append(now / YEAR).append(" years later, ");
        }
        page.append("when the ").append(role.name().toLowerCase(Locale.ROOT)).append(" asks to ");
        page.append(Words.of(when)).append("\n\n");
        if (refused != null) {
            page.append("then it is refused: “")
                    .append(Sentences.in(Locale.ENGLISH).sentence(refused));
            page.append("” (")
                    .append(Sentences.in(Locale.CHINESE).sentence(refused))
                    .append(")\n");
        } else {
            page.append("then\n\n");
            then.forEach(event -> page.append("- ").append(Words.of(event)).append('\n'));
        }
        return page.append('\n').toString();
    }
}
