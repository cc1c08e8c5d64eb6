package org.equipoise.conduct.spec;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.equipoise.journal.event.AllocationEvent.KitDispensed;
import org.equipoise.journal.event.AllocationEvent.ParticipantRandomized;
import org.equipoise.journal.event.ConsentEvent.ConsentGiven;
import org.equipoise.journal.event.DispositionEvent.ParticipantCompleted;
import org.equipoise.journal.event.FormEvent.FormSubmitted;
import org.equipoise.journal.event.FormEvent.ItemChange;
import org.equipoise.journal.event.ScreeningEvent.EligibilityConfirmed;
import org.equipoise.journal.event.StudyEvent.AllocationCommitted;
import org.equipoise.journal.event.StudyEvent.Mode;
import org.equipoise.journal.event.StudyEvent.ProtocolActivated;
import org.equipoise.journal.event.StudyEvent.SiteOpened;
import org.equipoise.journal.event.StudyEvent.StudyOpened;
import org.equipoise.journal.event.TrialEvent;
import org.equipoise.journal.event.VisitEvent.VisitRecorded;
import org.equipoise.language.identity.ParticipantId;
import org.equipoise.protocol.reading.Study;
import org.equipoise.protocol.reading.StudyReader;
import org.equipoise.protocol.source.StudyFolder;

/// One participant's story in the study trials/pressure-dose, chapter by chapter; a specification begins where it needs.
final class Story {
    static final Study STUDY = read("pressure-dose");
    static final ParticipantId ADA = new ParticipantId("A-0001");
    static final LocalDate CONSENT = LocalDate.of(2026, 3, 2);
    static final LocalDate DAY_ONE = LocalDate.of(2026, 3, 9);

    private Story() {}

    static Study read(String name) {
        Path folder = Path.of(System.getProperty("equipoise.root"), "trials", name);
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : (Iterable<Path>) paths.filter(p -> p.toString().endsWith(".yaml"))::iterator) {
                files.put(folder.relativize(path).toString(), Files.readAllBytes(path));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        StudyReader.Reading reading = StudyReader.read(new StudyFolder(name, files));
        return reading.study().orElseThrow(() -> new AssertionError(reading.findings()));
    }

    static List<TrialEvent> open() {
        return List.of(
                new StudyOpened("pressure-dose", Mode.REHEARSAL),
                new SiteOpened("A", "+00:00"),
                new ProtocolActivated(1, STUDY.conduct().hash()),
                new AllocationCommitted("permuted-blocks/1", SpecDesk.COMMITMENT));
    }

    static List<TrialEvent> consented() {
        return and(open(), new ConsentGiven(ADA, "A", CONSENT, "1"));
    }

    static List<TrialEvent> screened() {
        return and(consented(), new VisitRecorded(ADA, "SCR", CONSENT, CONSENT, CONSENT.plusDays(13), true));
    }

    static List<TrialEvent> filled(String age, String diabetes, String systolic) {
        return and(
                screened(),
                new FormSubmitted(ADA, "SCR", "entry", entry(age, diabetes)),
                new FormSubmitted(ADA, "SCR", "pressure", pressure(systolic, "95", "no")));
    }

    static List<TrialEvent> eligible() {
        return and(
                filled("54", "no", "160"),
                new VisitRecorded(ADA, "D1", DAY_ONE, CONSENT.plusDays(1), CONSENT.plusDays(14), true),
                new FormSubmitted(ADA, "D1", "pressure", pressure("158", "94", "no")),
                new EligibilityConfirmed(ADA, DAY_ONE, List.of()));
    }

    static List<TrialEvent> randomized() {
        return and(eligible(), new ParticipantRandomized(ADA, DAY_ONE, "diabetes=no", SpecDesk.ARM));
    }

    static List<TrialEvent> dispensed() {
        return and(randomized(), new KitDispensed(ADA, "D1", DAY_ONE, SpecDesk.KIT));
    }

    static List<TrialEvent> completed() {
        LocalDate last = DAY_ONE.plusDays(56);
        return and(
                randomized(),
                new VisitRecorded(ADA, "W8", last, last.minusDays(3), last.plusDays(3), true),
                new ParticipantCompleted(ADA, last));
    }

    static List<TrialEvent> and(List<TrialEvent> before, TrialEvent... more) {
        List<TrialEvent> all = new ArrayList<>(before);
        all.addAll(List.of(more));
        return all;
    }

    static List<ItemChange> entry(String age, String diabetes) {
        return List.of(value("age", age), diabetes.isEmpty() ? missing("diabetes") : value("diabetes", diabetes));
    }

    static List<ItemChange> pressure(String systolic, String diastolic, String dizzy) {
        return List.of(
                systolic.isEmpty() ? missing("systolic") : value("systolic", systolic),
                value("diastolic", diastolic),
                value("dizzy", dizzy));
    }

    static ItemChange value(String item, String value) {
        return new ItemChange(item, value, null);
    }

    static ItemChange missing(String item) {
        return new ItemChange(item, null, "not done");
    }
}
