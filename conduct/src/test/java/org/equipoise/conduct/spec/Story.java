package org.equipoise.conduct.spec;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.equipoise.conduct.desk.AllocationDesk;
import org.equipoise.conduct.desk.CodeBreak;
import org.equipoise.conduct.desk.VaultRoot;
import org.equipoise.journal.confidence.MemoryKeys;
import org.equipoise.journal.confidence.PersonalKey;
import org.equipoise.journal.confidence.PersonalKeys;
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
import org.equipoise.journal.event.SupplyEvent.KitsAccepted;
import org.equipoise.journal.event.SupplyEvent.KitsLabelled;
import org.equipoise.journal.event.SupplyEvent.KitsShipped;
import org.equipoise.journal.event.SupplyEvent.ShipmentArrived;
import org.equipoise.journal.event.TrialEvent;
import org.equipoise.journal.event.VisitEvent.VisitRecorded;
import org.equipoise.language.identity.KitNumber;
import org.equipoise.language.identity.ParticipantId;
import org.equipoise.protocol.reading.Study;
import org.equipoise.protocol.reading.StudyReader;
import org.equipoise.protocol.source.StudyFolder;

/// One participant's story in the study trials/pressure-dose, chapter by chapter; a specification begins where it
/// needs.
public final class Story {
    public static final Study STUDY = read("pressure-dose", Path.of("trials", "pressure-dose"));
    static final ParticipantId ADA = new ParticipantId("A-0001");
    private static final List<ParticipantId> PEOPLE =
            List.of(ADA, new ParticipantId("A-0002"), new ParticipantId("A-0003"), new ParticipantId("B-0001"));
    static final LocalDate CONSENT = LocalDate.of(2026, 3, 2);
    static final LocalDate SUPPLY = LocalDate.of(2026, 2, 16);
    static final List<KitNumber> KITS = List.of(SpecDesk.KIT, SpecDesk.OTHER_KIT);
    static final LocalDate DAY_ONE = LocalDate.of(2026, 3, 9);

    private Story() {}

    /// A desk for tests that are not about allocation.
    public static AllocationDesk desk() {
        return new SpecDesk(0);
    }

    /// The same after one emergency.
    public static AllocationDesk deskAfterAnEmergency() {
        return new SpecDesk(1);
    }

    /// The same where nobody answers about emergencies.
    public static AllocationDesk deskThatIsAway() {
        return new SpecDesk(0) {
            @Override
            public Optional<CodeBreak> codeBreak(int number) {
                throw new IllegalStateException("away");
            }
        };
    }

    /// The same, which tells whom it was asked to forget.
    public static AllocationDesk deskThatForgets(Consumer<ParticipantId> whom) {
        return new SpecDesk(0) {
            @Override
            public void forget(ParticipantId participant) {
                whom.accept(participant);
            }
        };
    }

    /// The same with another log than it had.
    public static AllocationDesk deskThatWasSetBack() {
        return new SpecDesk(1) {
            @Override
            public boolean grewFrom(VaultRoot earlier) {
                return false;
            }
        };
    }

    /// The keys of the story's people, as if each had consented.
    public static PersonalKeys keys() {
        PersonalKeys keys = new MemoryKeys(_ -> new byte[PersonalKey.SECRET]);
        PEOPLE.forEach(keys::make);
        return keys;
    }

    /// A study from its folder, and from others whose files replace or join those before.
    static Study read(String name, Path... folders) {
        return read(name, files(folders));
    }

    static Study read(String name, Map<String, byte[]> files) {
        StudyReader.Reading reading = StudyReader.read(new StudyFolder(name, files));
        return reading.study().orElseThrow(() -> new AssertionError(reading.findings()));
    }

    static Map<String, byte[]> files(Path... folders) {
        Map<String, byte[]> files = new TreeMap<>();
        for (Path relative : folders) {
            Path folder = Path.of(System.getProperty("equipoise.root")).resolve(relative);
            try (Stream<Path> paths = Files.walk(folder)) {
                for (Path path : (Iterable<Path>) paths.filter(p -> p.toString().endsWith(".yaml"))::iterator) {
                    files.put(folder.relativize(path).toString(), Files.readAllBytes(path));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return files;
    }

    /// What happened before, in words and in events.
    record Past(String words, List<TrialEvent> events) {
        Past and(TrialEvent... more) {
            String added =
                    Stream.of(more).map(event -> "\n- " + Words.of(event)).collect(Collectors.joining());
            return new Past(
                    words + added,
                    Stream.concat(events.stream(), Stream.of(more)).toList());
        }

        Past as(String otherWords) {
            return new Past(otherWords, events);
        }
    }

    /// The chapters, for the head of the manual page.
    static List<Past> chapters() {
        return List.of(
                open(),
                shipped(),
                supplied(),
                consented(),
                screened(),
                filled("54", "no", "160"),
                eligible(),
                randomized(),
                dispensed(),
                completed());
    }

    static Past open() {
        return new Past(
                "the study is open",
                List.of(
                        new StudyOpened("pressure-dose", Mode.REHEARSAL),
                        new SiteOpened("A", "+00:00"),
                        new ProtocolActivated(1, STUDY.conduct().hash()),
                        new AllocationCommitted("permuted-blocks/1", SpecDesk.COMMITMENT)));
    }

    /// The site has two kits; for this desk a set is one kit.
    static Past supplied() {
        return shipped()
                .and(
                        new ShipmentArrived(1, SUPPLY.plusDays(2), 2),
                        new KitsAccepted(1, SUPPLY.plusDays(2), "15", "24.5", KITS))
                .as("the site has two kits");
    }

    static Past shipped() {
        return open().and(
                        new KitsLabelled("store", SUPPLY, SUPPLY.plusDays(365), KITS),
                        new KitsShipped(1, "store", "A", SUPPLY, KITS))
                .as("two kits are on their way to the site");
    }

    static Past consented() {
        return supplied().and(new ConsentGiven(ADA, "A", CONSENT, "1")).as("Ada gave consent");
    }

    static Past screened() {
        return consented()
                .and(new VisitRecorded(ADA, "SCR", CONSENT, CONSENT, CONSENT.plusDays(13), true))
                .as("Ada came to screening");
    }

    static Past filled(String age, String diabetes, String systolic) {
        return screened()
                .and(
                        new FormSubmitted(ADA, "SCR", "entry", entry(age, diabetes)),
                        new FormSubmitted(ADA, "SCR", "pressure", pressure(systolic, "95", "no")))
                .as("Ada's screening forms say: age " + age + ", diabetes " + shown(diabetes) + ", systolic "
                        + shown(systolic));
    }

    private static String shown(String value) {
        return value.isEmpty() ? "not done" : value;
    }

    static Past eligible() {
        return filled("54", "no", "160")
                .and(
                        new VisitRecorded(ADA, "D1", DAY_ONE, CONSENT.plusDays(1), CONSENT.plusDays(14), true),
                        new FormSubmitted(ADA, "D1", "pressure", pressure("158", "94", "no")),
                        new EligibilityConfirmed(ADA, DAY_ONE, List.of()))
                .as("Ada is eligible");
    }

    static Past randomized() {
        return eligible()
                .and(new ParticipantRandomized(ADA, DAY_ONE, "diabetes=no", SpecDesk.ARM))
                .as("Ada is randomised");
    }

    static Past dispensed() {
        return randomized()
                .and(new KitDispensed(ADA, "D1", DAY_ONE, SpecDesk.KIT))
                .as("Ada has her first kit");
    }

    static Past completed() {
        LocalDate last = DAY_ONE.plusDays(56);
        return randomized()
                .and(
                        new VisitRecorded(ADA, "W8", last, last.minusDays(3), last.plusDays(3), true),
                        new ParticipantCompleted(ADA, last))
                .as("Ada has completed the study");
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
