package org.equipoise.datasets;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.equipoise.journal.event.AllocationEvent.KitDispensed;
import org.equipoise.journal.event.DosingEvent.DoseGiven;
import org.equipoise.journal.event.JournalledEvent;
import org.equipoise.journal.event.SupplyEvent;
import org.equipoise.language.identity.KitNumber;
import org.equipoise.language.identity.ParticipantId;

/// The journal folded into one course for each kit, and one account for each depot and site. What a place has received
/// and sent is counted from what was sent; what stands there, kit by kit: so that the two can be held against each
/// other.
final class Kits {
    private final SortedMap<KitNumber, Course> courses = new TreeMap<>();
    private final SortedMap<String, Place> places = new TreeMap<>();
    private final SortedMap<Integer, SupplyEvent.KitsShipped> shipments = new TreeMap<>();

    /// How a kit stands.
    enum Stands {
        IN_TRANSIT,
        ARRIVED,
        AVAILABLE,
        QUARANTINED,
        WITHDRAWN,
        DISPENSED,
        RETURNED,
        DESTROYED,
        LOST
    }

    /// To whom a kit was handed, and for which visit.
    ///
    /// @param instead the kit it replaced
    record Handed(ParticipantId participant, String encounter, LocalDate date, Optional<KitNumber> instead) {}

    /// A kit that was brought back, and the doses left in it.
    record Returned(LocalDate date, int left) {}

    /// What became of one kit.
    static final class Course {
        String place = "";
        Stands stands = Stands.AVAILABLE;
        Optional<LocalDate> expiry = Optional.empty();
        Optional<Integer> shipment = Optional.empty();
        Optional<Handed> handed = Optional.empty();
        Optional<Returned> returned = Optional.empty();
        final List<Source> sources = new ArrayList<>();
        /// Apart from the others, as some may not read them.
        final List<Source> doses = new ArrayList<>();
    }

    /// What a depot or site was sent, and sent on.
    static final class Place {
        int received;
        int sent;
    }

    void after(JournalledEvent journalled) {
        long seq = journalled.seq();
        switch (journalled.event()) {
            case KitDispensed(var participant, var encounter, var date, var kit) -> {
                Course course = moved(kit, Stands.DISPENSED, seq);
                course.handed = Optional.of(new Handed(participant, encounter, date, Optional.empty()));
            }
            case DoseGiven dose -> course(dose.kit()).doses.add(new Source.Event(seq));
            case SupplyEvent supply -> after(supply, seq);
            default -> {}
        }
    }

    private void after(SupplyEvent event, long seq) {
        switch (event) {
            case SupplyEvent.KitsLabelled labelled -> {
                place(labelled.depot()).received += labelled.kits().size();
                labelled.kits().forEach(kit -> {
                    Course course = moved(kit, Stands.AVAILABLE, seq);
                    course.place = labelled.depot();
                    course.expiry = Optional.of(labelled.expiry());
                });
            }
            case SupplyEvent.KitsShipped shipped -> {
                shipments.put(shipped.shipment(), shipped);
                place(shipped.depot()).sent += shipped.kits().size();
                place(shipped.site()).received += shipped.kits().size();
                shipped.kits().forEach(kit -> {
                    Course course = moved(kit, Stands.IN_TRANSIT, seq);
                    course.place = shipped.site();
                    course.shipment = Optional.of(shipped.shipment());
                });
            }
            case SupplyEvent.ShipmentArrived arrived -> arrive(arrived.shipment(), seq);
            case SupplyEvent.KitsAccepted accepted -> move(accepted.kits(), Stands.AVAILABLE, seq);
            case SupplyEvent.KitsQuarantined apart -> move(apart.kits(), Stands.QUARANTINED, seq);
            case SupplyEvent.KitsReleased released -> move(released.kits(), Stands.AVAILABLE, seq);
            case SupplyEvent.KitsWithdrawn withdrawn -> move(withdrawn.kits(), Stands.WITHDRAWN, seq);
            case SupplyEvent.KitsDestroyed destroyed -> move(destroyed.kits(), Stands.DESTROYED, seq);
            case SupplyEvent.KitsLost lost -> move(lost.kits(), Stands.LOST, seq);
            case SupplyEvent.KitReturned back ->
                moved(back.kit(), Stands.RETURNED, seq).returned = Optional.of(new Returned(back.date(), back.left()));
            case SupplyEvent.KitReplaced replaced -> {
                of(replaced.kit(), seq);
                moved(replaced.by(), Stands.DISPENSED, seq).handed = Optional.of(new Handed(
                        replaced.participant(), replaced.encounter(), replaced.date(), Optional.of(replaced.kit())));
            }
        }
    }

    /// What is on the way then; some of it may have been reported as lost.
    private void arrive(int number, long seq) {
        SupplyEvent.KitsShipped shipped = shipments.get(number);
        if (shipped == null) {
            throw new IllegalStateException("event " + seq + " receives a shipment that was never sent");
        }
        for (KitNumber kit : shipped.kits()) {
            if (course(kit).stands == Stands.IN_TRANSIT) {
                moved(kit, Stands.ARRIVED, seq);
            }
        }
    }

    private void move(List<KitNumber> kits, Stands stands, long seq) {
        kits.forEach(kit -> moved(kit, stands, seq));
    }

    private Course moved(KitNumber kit, Stands stands, long seq) {
        Course course = of(kit, seq);
        course.stands = stands;
        return course;
    }

    private Course of(KitNumber kit, long seq) {
        Course course = course(kit);
        course.sources.add(new Source.Event(seq));
        return course;
    }

    private Course course(KitNumber kit) {
        return courses.computeIfAbsent(kit, _ -> new Course());
    }

    private Place place(String name) {
        return places.computeIfAbsent(name, _ -> new Place());
    }

    SortedMap<KitNumber, Course> courses() {
        return courses;
    }

    SortedMap<String, Place> places() {
        return places;
    }

    Collection<Course> at(String place) {
        return courses.values().stream()
                .filter(course -> course.place.equals(place))
                .toList();
    }
}
