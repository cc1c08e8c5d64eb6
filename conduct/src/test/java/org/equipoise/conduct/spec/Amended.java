package org.equipoise.conduct.spec;

import static org.equipoise.conduct.spec.Story.ADA;
import static org.equipoise.conduct.spec.Story.CONSENT;
import static org.equipoise.conduct.spec.Story.DAY_ONE;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.equipoise.journal.event.AllocationEvent.KitDispensed;
import org.equipoise.journal.event.AllocationEvent.ParticipantRandomized;
import org.equipoise.journal.event.ConsentEvent.ConsentGiven;
import org.equipoise.journal.event.ConsentEvent.ConsentRenewed;
import org.equipoise.journal.event.FormEvent.FormSubmitted;
import org.equipoise.journal.event.ScreeningEvent.EligibilityConfirmed;
import org.equipoise.journal.event.StudyEvent.AmendmentActivated;
import org.equipoise.journal.event.StudyEvent.ProtocolActivated;
import org.equipoise.journal.event.StudyEvent.SiteOpened;
import org.equipoise.journal.event.VisitEvent.VisitRecorded;
import org.equipoise.language.identity.ParticipantId;
import org.equipoise.protocol.reading.Study;

/// The study amended while three people are in it: Ada has her first kit, Bea is in screening, and Cleo's last
/// dose lies behind her. The amended version takes the pulse, has a visit in week 2, gives week 8 more time, asks
/// for a systolic pressure of 150 and opens site B.
public final class Amended {
    private static final Map<String, byte[]> FILES = Story.files(
            Path.of("trials", "pressure-dose"), Path.of("conduct", "src", "test", "resources", "amended-study"));

    public static final Study STUDY = Story.read("pressure-dose", FILES);
    static final ParticipantId BEA = new ParticipantId("A-0002");
    static final ParticipantId CLEO = new ParticipantId("A-0003");
    static final String APPROVAL = "EC 7/2026";
    static final LocalDate WEEK_EIGHT = DAY_ONE.plusDays(56);

    /// In place of `sites:`, so that nobody has to consent again.
    static final String NOBODY = "amendment: {reconsent: none, why: nobody notices}\nsites:";

    private Amended() {}

    /// The amended study with other texts in its files: a file, what it says, what it says instead, and so on.
    public static Study with(String... changes) {
        return changed(FILES, changes);
    }

    /// The study as it was opened, with nothing changed but these texts, and nobody to consent again.
    static Study only(String... changes) {
        Map<String, byte[]> files = Story.files(Path.of("trials", "pressure-dose"));
        replace(files, "protocol.yaml", "sites:", NOBODY);
        return changed(files, changes);
    }

    private static Study changed(Map<String, byte[]> files, String... changes) {
        Map<String, byte[]> changed = new TreeMap<>(files);
        for (int i = 0; i < changes.length; i += 3) {
            replace(changed, changes[i], changes[i + 1], changes[i + 2]);
        }
        return Story.read("pressure-dose", changed);
    }

    static void replace(Map<String, byte[]> files, String file, String from, String to) {
        String text = new String(files.get(file), StandardCharsets.UTF_8);
        if (!text.contains(from)) {
            throw new IllegalArgumentException(file + " does not say: " + from);
        }
        files.put(file, text.replace(from, to).getBytes(StandardCharsets.UTF_8));
    }

    /// Ada, Bea and Cleo, under the version the study was opened with.
    static Story.Past three() {
        return Story.dispensed()
                .and(
                        new ConsentGiven(BEA, "A", CONSENT, "1"),
                        new VisitRecorded(BEA, "SCR", CONSENT, CONSENT, CONSENT.plusDays(13), true),
                        new FormSubmitted(BEA, "SCR", "entry", Story.entry("61", "no")),
                        new FormSubmitted(BEA, "SCR", "pressure", Story.pressure("145", "88", "no")),
                        new ConsentGiven(CLEO, "A", CONSENT, "1"),
                        new EligibilityConfirmed(CLEO, DAY_ONE, List.of()),
                        new ParticipantRandomized(CLEO, DAY_ONE, "diabetes=no", SpecDesk.ARM),
                        new KitDispensed(CLEO, "D1", DAY_ONE, SpecDesk.OTHER_KIT),
                        new VisitRecorded(
                                CLEO, "W8", WEEK_EIGHT, WEEK_EIGHT.minusDays(3), WEEK_EIGHT.plusDays(3), true))
                .as(
                        "Ada has her first kit, Bea (A-0002) is in screening with a systolic pressure of 145, and Cleo (A-0003)"
                                + " came to week 8");
    }

    /// The amendment is activated: Cleo follows it, Ada and Bea wait.
    static Story.Past activated() {
        return three().and(
                        new ProtocolActivated(2, STUDY.conduct().hash()),
                        new SiteOpened("B", "+01:00"),
                        new AmendmentActivated(2, APPROVAL, List.of(CLEO), List.of(ADA, BEA)))
                .as("the amendment is activated, Cleo follows it, and Ada and Bea have to consent again");
    }

    static Story.Past renewed(ParticipantId participant, String name) {
        return activated()
                .and(new ConsentRenewed(participant, DAY_ONE.plusDays(3), "2"))
                .as("the amendment is activated and " + name + " consented again");
    }
}
