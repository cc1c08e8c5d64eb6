package org.equipoise.exchange.outline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What a source says of a trial, in the source's words. Nothing here is decided or guessed.
///
/// @param source the name of the file
/// @param titles the official one first
/// @param facts what is on record besides: numbers, sponsor, dates
/// @param prose summaries and descriptions, paragraph by paragraph
/// @param document the protocol's own text, where the source carries it: only searched for what it says at all
/// @param gaps what stands in the source and has no place in a study
public record Outline(
        String source,
        List<Said> titles,
        List<Fact> facts,
        Plan plan,
        List<Arm> arms,
        List<Treatment> treatments,
        List<Criterion> criteria,
        List<Outcome> outcomes,
        List<Visit> visits,
        List<Form> forms,
        List<Said> prose,
        List<Said> document,
        List<Gap> gaps) {
    public Outline {
        titles = List.copyOf(titles);
        facts = List.copyOf(facts);
        arms = List.copyOf(arms);
        treatments = List.copyOf(treatments);
        criteria = List.copyOf(criteria);
        outcomes = List.copyOf(outcomes);
        visits = List.copyOf(visits);
        forms = List.copyOf(forms);
        prose = List.copyOf(prose);
        document = List.copyOf(document);
        gaps = List.copyOf(gaps);
    }

    /// Something on record, by the name a person gives it.
    public record Fact(String name, Said value) {}

    /// The design as the source has it; absent where the source is silent.
    ///
    /// @param type interventional, observational or another word
    /// @param masked the roles that are said not to know the treatment
    /// @param count how many participants
    /// @param counted whether that is what happened and not what was planned
    /// @param ages the limits of age, as told
    /// @param committee whether a committee that watches the data is on record
    public record Plan(
            Optional<Said> type,
            Optional<Said> phase,
            Optional<Said> allocation,
            Optional<Said> masking,
            List<String> masked,
            Optional<Said> count,
            boolean counted,
            List<Said> ages,
            boolean committee) {
        public Plan {
            masked = List.copyOf(masked);
            ages = List.copyOf(ages);
        }

        public boolean isInterventional() {
            return type.isEmpty() || type.get().lower().contains("interventional");
        }
    }

    public record Arm(Said label, Optional<Said> type, Optional<Said> description) {}

    /// Something given or done to participants.
    ///
    /// @param otherNames names that the source gives to the same thing
    /// @param routes by which it is given, where the source has a place for them
    /// @param doses of one administration, where the source has a place for them
    public record Treatment(
            Said name, List<Said> otherNames, Optional<Said> description, List<Said> routes, List<Said> doses) {
        public Treatment {
            otherNames = List.copyOf(otherNames);
            routes = List.copyOf(routes);
            doses = List.copyOf(doses);
        }
    }

    /// A condition on who may take part.
    ///
    /// @param id as the study will call it: I1, E2
    /// @param about the heading it stands under, where that says whom it is about
    public record Criterion(String id, boolean inclusion, Said text, Optional<Said> about) {}

    public record Outcome(boolean primary, Said measure, Optional<Said> time, Optional<Said> description) {}

    /// A planned visit.
    ///
    /// @param day the study day, where it follows from the source
    /// @param forms the forms of the visit, by id
    /// @param open what of it cannot be drafted
    public record Visit(
            String id,
            Said label,
            Optional<Integer> day,
            Optional<Integer> before,
            Optional<Integer> after,
            List<String> forms,
            List<Gap> open) {
        public Visit {
            forms = List.copyOf(forms);
            open = List.copyOf(open);
        }
    }

    public record Form(String id, Said title, List<Item> items) {
        public Form {
            items = List.copyOf(items);
        }
    }

    /// A question on a form.
    ///
    /// @param type amount, code, date, or nothing where the source has no such type
    public record Item(String id, Said label, Optional<String> type, List<String> codes, List<String> units) {
        public Item {
            codes = List.copyOf(codes);
            units = List.copyOf(units);
        }
    }

    /// What the reader of a source could not carry over, in words.
    public record Gap(String finding, Said what) {}

    /// Every text in which a person may have written something to doubt; the criteria are apart.
    public List<Said> texts() {
        List<Said> texts = new ArrayList<>(titles);
        texts.addAll(prose);
        treatments.forEach(treatment -> treatment.description().ifPresent(texts::add));
        arms.forEach(arm -> arm.description().ifPresent(texts::add));
        outcomes.forEach(outcome -> Stream.of(Optional.of(outcome.measure()), outcome.time(), outcome.description())
                .flatMap(Optional::stream)
                .forEach(texts::add));
        return texts;
    }

    /// Whether any text of the source, its document included, has what the pattern looks for.
    public boolean says(Pattern pattern) {
        return Stream.of(
                        texts(),
                        document,
                        criteria.stream().map(Criterion::text).toList())
                .flatMap(List::stream)
                .anyMatch(said -> pattern.matcher(said.text()).find());
    }
}
