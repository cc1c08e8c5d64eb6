package org.equipoise.rehearsal.example;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.equipoise.journal.event.DispositionEvent;
import org.equipoise.journal.event.FormEvent.ItemChange;
import org.equipoise.protocol.source.Place;

/// Someone made up: what is recorded of them, and what should come of it.
///
/// @param says in one sentence, what the example shows
/// @param log entries of the forms that belong to no visit, in the order in which they stand
/// @param missedDoses doses, counted from 1, that were not given; every other dose that is due is given on its day
public record Example(
        String id,
        String says,
        Place place,
        LocalDate consent,
        List<Attendance> visits,
        List<Entry> log,
        Set<Integer> missedDoses,
        Optional<Leaving> leaving,
        Expectation expected) {
    public Example {
        visits = List.copyOf(visits);
        log = List.copyOf(log);
        missedDoses = Set.copyOf(missedDoses);
    }

    /// A visit as it took place.
    public record Attendance(String encounter, LocalDate date, List<Sheet> sheets, Place place) {
        public Attendance {
            sheets = List.copyOf(sheets);
        }
    }

    /// A form as filled in.
    public record Sheet(String form, List<ItemChange> entries, Place place) {
        public Sheet {
            entries = List.copyOf(entries);
        }
    }

    /// One entry of a log and the day it is written down.
    public record Entry(LocalDate date, Sheet sheet) {}

    /// Leaving the study before its end.
    public record Leaving(LocalDate date, DispositionEvent.Reason reason, Place place) {}

    /// Something the author expects, and the line on which it stands.
    public record Stated<T>(T what, Place place) {}

    /// What should come of it. Queries, clocks and refusals are all there may be: where none is stated, none may come.
    ///
    /// @param endpoints endpoint → visit → answer; only those stated are compared
    public record Expectation(
            Stated<Verdict> eligibility,
            Stated<List<String>> queries,
            Stated<List<String>> clocks,
            Stated<List<String>> refusals,
            SortedMap<String, SortedMap<String, Stated<Answer>>> endpoints) {
        public Expectation {
            endpoints = new TreeMap<>(endpoints);
        }
    }

    /// What the investigator's decision comes to: nothing stands against it, criteria that are not met, or items that
    /// have to be known first.
    public record Verdict(Kind kind, List<String> names) {
        public Verdict {
            names = List.copyOf(names);
        }

        /// The three answers.
        public enum Kind {
            ELIGIBLE("eligible"),
            NOT_MET("not met"),
            UNKNOWN("unknown");

            private final String words;

            Kind(String words) {
                this.words = words;
            }
        }

        @Override
        public String toString() {
            return kind.words + (names.isEmpty() ? "" : " " + names);
        }
    }

    /// An endpoint's answer: a word or a number, and the components it rests on where it names any.
    public record Answer(String word, Optional<List<String>> components) {
        @Override
        public String toString() {
            return word + components.map(names -> " " + names).orElse("");
        }
    }
}
