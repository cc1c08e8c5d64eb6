package org.equipoise.models;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.equipoise.statistics.random.RandomStream;

/// What befalls a person day by day: reactions to injections, infections, serious events, and others.
///
/// A day's events depend on the doses up to and on that day. Each kind has streams of its own.
final class AdverseEvents {
    static final String KIND = "adverse-event";

    static final Sheet SHEET = Sheet.of()
            .code("action", "none", "dose_missed", "drug_withdrawn")
            .numbers(0, "grade")
            .code("outcome", "recovered", "ongoing", "sequelae", "fatal")
            .code("related", "related", "not_related")
            .yesNo("serious")
            .code(
                    "term",
                    "injection_site_reaction",
                    "fever",
                    "flu_like_symptoms",
                    "upper_respiratory_infection",
                    "pneumonia",
                    "herpes_zoster",
                    "neuropsychiatric_lupus",
                    "other")
            .done();

    private static final int DAYS_IN_A_WEEK = 7;
    private static final int WASHED_OUT = 28;
    private static final int NEVER = Integer.MAX_VALUE;
    private static final int REMEMBERED = 28;

    private final Chance chance;
    private final List<Injection> injections;
    private final Reaction atSite;
    private final Reaction fever;
    private final Reaction fluLike;
    private final double frailty;
    private final double infection;
    private final double infectionRatio;
    private final double serious;
    private final double seriousRatio;
    private final double other;
    private final Hazard infections;
    private final Hazard seriousEvents;
    private final Hazard others;

    /// Hazards of one injection: empty, and with the full dose; in between and above they follow the amount.
    private record Reaction(double empty, double full) {
        private static final double FULL_DOSE = 1e6;

        static Reaction of(Assumptions given, String name) {
            return new Reaction(given.notNegative(name + "_placebo"), given.notNegative(name));
        }

        double chance(double frailty, double amount) {
            double hazard = Math.max(0, empty + (full - empty) * amount / FULL_DOSE);
            return 1 - StrictMath.exp(-frailty * hazard);
        }
    }

    private final List<Occurrence> all = new ArrayList<>();
    private int lived;
    private int injected;
    private int firstReaction = NEVER;

    AdverseEvents(Assumptions given, Chance chance, List<Injection> injections) {
        this.chance = chance;
        this.injections = injections;
        atSite = Reaction.of(given, "site_reaction");
        fever = Reaction.of(given, "fever");
        fluLike = Reaction.of(given, "flu_like");
        double deviation = chance.stream("body/frailty", 0).normal();
        frailty = deviation * deviation;
        infection = given.notNegative("infection") / DAYS_IN_A_WEEK;
        infectionRatio = given.notNegative("infection_ratio");
        serious = given.notNegative("serious_event") / DAYS_IN_A_WEEK;
        seriousRatio = given.notNegative("serious_event_ratio");
        other = given.notNegative("other_event") / DAYS_IN_A_WEEK;
        infections = new Hazard(chance, "body/infection");
        seriousEvents = new Hazard(chance, "body/serious-event");
        others = new Hazard(chance, "body/other-event");
    }

    /// What began on the days from one up to, but not with, another.
    List<Occurrence> between(int from, int to) {
        live(to);
        return all.stream()
                .filter(event -> event.day() >= from && event.day() < to)
                .toList();
    }

    /// A reaction that makes one think of the drug: at the injection site, fever, or as if with flu.
    boolean hadReactionBefore(int day) {
        live(day);
        return firstReaction < day;
    }

    /// Events of grade 2 or more that began in the four weeks before a day.
    long recentBefore(int day) {
        live(day);
        return all.stream()
                .filter(event -> event.day() < day && event.day() >= day - REMEMBERED)
                .filter(event -> !event.answers().is(event.answers().place("grade"), "1"))
                .count();
    }

    private void live(int until) {
        for (; lived < until; lived++) {
            react(lived);
            if (infections.live(infection * ratio(infectionRatio, lived))) {
                infect(lived, infections.next());
            }
            if (seriousEvents.live(serious * ratio(seriousRatio, lived))) {
                fallSeriouslyIll(lived, seriousEvents.next());
            }
            if (others.live(other)) {
                suffer(lived, others.next());
            }
        }
    }

    /// The ratio holds under the drug and for four weeks after it.
    private double ratio(double treated, int day) {
        boolean holds = treated != 1
                && injections.stream()
                        .anyMatch(dose -> dose.isActive() && dose.day() < day + 1 && dose.day() > day - WASHED_OUT);
        return holds ? treated : 1;
    }

    /// Reactions follow an injection; those at its site cluster in people, by a gamma frailty of mean 1 and variance 2,
    /// which is the square of a standard normal value.
    private void react(int day) {
        double amount = 0;
        int before = injected;
        for (; injected < injections.size() && injections.get(injected).day() < day + 1; injected++) {
            amount += injections.get(injected).amount();
        }
        if (injected > before) {
            RandomStream stream = chance.stream("body/injection", day);
            double site = stream.uniform();
            double hot = stream.uniform();
            double weak = stream.uniform();
            if (site < atSite.chance(frailty, amount)) {
                noteReaction(day, day + 1 + stream.index(4), "injection_site_reaction", 0.8, 1, stream);
            }
            if (hot < fever.chance(1, amount)) {
                noteReaction(day, day, "fever", 0.85, 0.95, stream);
            }
            if (weak < fluLike.chance(1, amount)) {
                noteReaction(day, day + stream.index(2), "flu_like_symptoms", 0.75, 0.95, stream);
            }
        }
    }

    /// @param mild the chance of grade 1
    /// @param related the chance that it is taken as due to the drug
    private void noteReaction(int day, int end, String term, double mild, double related, RandomStream stream) {
        int grade = stream.bernoulli(mild) ? 1 : 2;
        String action = grade > 1 && stream.bernoulli(0.3) ? "dose_missed" : "none";
        note(day, end, term, grade, false, stream.bernoulli(related), action, "recovered");
        firstReaction = Math.min(firstReaction, day);
    }

    private void infect(int day, RandomStream stream) {
        double which = stream.uniform();
        String term = which < 0.85 ? "upper_respiratory_infection" : which < 0.93 ? "herpes_zoster" : "other";
        int grade = stream.bernoulli(0.4) ? 1 : 2;
        String action = grade > 1 && stream.bernoulli(0.5) ? "dose_missed" : "none";
        note(day, day + 4 + stream.index(10), term, grade, false, stream.bernoulli(0.1), action, "recovered");
    }

    private void fallSeriouslyIll(int day, RandomStream stream) {
        double which = stream.uniform();
        String term = which < 1.0 / 3 ? "neuropsychiatric_lupus" : which < 2.0 / 3 ? "herpes_zoster" : "pneumonia";
        int grade = stream.bernoulli(0.9) ? 3 : 4;
        String action = grade == 4 || stream.bernoulli(0.3) ? "drug_withdrawn" : "dose_missed";
        String outcome = stream.bernoulli(0.85) ? "recovered" : "sequelae";
        note(day, day + 7 + stream.index(21), term, grade, true, stream.bernoulli(0.1), action, outcome);
    }

    private void suffer(int day, RandomStream stream) {
        double how = stream.uniform();
        int grade = how < 0.65 ? 1 : how < 0.97 ? 2 : 3;
        String action = grade > 2 ? "dose_missed" : "none";
        note(day, day + 1 + stream.index(10), "other", grade, false, stream.bernoulli(0.2), action, "recovered");
    }

    private void note(
            int day, int end, String term, int grade, boolean serious, boolean related, String action, String outcome) {
        Answers answers = new Answers(SHEET)
                .code("term", term)
                .number("grade", grade)
                .yes("serious", serious)
                .code("related", related ? "related" : "not_related")
                .code("action", action)
                .code("outcome", outcome);
        all.add(new Occurrence(KIND, day, OptionalInt.of(end), answers));
    }
}
