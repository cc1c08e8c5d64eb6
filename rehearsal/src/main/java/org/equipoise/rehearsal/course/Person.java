package org.equipoise.rehearsal.course;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.equipoise.language.identity.ItemName;
import org.equipoise.language.value.Decimals;
import org.equipoise.language.value.Truth;
import org.equipoise.models.Body;
import org.equipoise.models.Occurrence;
import org.equipoise.protocol.design.Encounter;
import org.equipoise.protocol.form.Form;
import org.equipoise.protocol.form.Item;
import org.equipoise.rehearsal.plan.Circumstances;
import org.equipoise.rehearsal.plan.RehearsalPlan;

/// Someone who comes to a site: a body, and what a site's staff would write of it. Nothing that is shown depends on who
/// asks, or how often.
public final class Person {
    private final Setting setting;
    private final Circumstances here;
    private final long number;
    private final LocalDate entered;
    private final LocalDate dayOne;
    private final Assessment assessment;
    private final Map<String, LocalDate> held = new HashMap<>();
    private final Map<String, Integer> entries = new HashMap<>();
    private Map<String, Double> parameters;
    private LocalDate asked;
    private Body body;

    /// What a trial's persons have in common.
    ///
    /// @param factors of the parameters in this trial, where the plan has an ensemble
    public record Setting(Places places, RehearsalPlan plan, Chances chances, Map<String, Double> factors) {
        public Setting {
            factors = Map.copyOf(factors);
        }
    }

    public Person(Setting setting, String site, long number, LocalDate entered, LocalDate dayOne) {
        this.setting = setting;
        this.here = setting.plan().at(site);
        this.number = number;
        this.entered = entered;
        this.dayOne = dayOne;
        this.asked = dayOne;
        this.parameters = scaled(here.parametersOn(setting.plan().start(), entered), setting.factors());
        this.assessment = new Assessment(this);
        this.body = body();
    }

    private static Map<String, Double> scaled(Map<String, Double> parameters, Map<String, Double> factors) {
        if (factors.isEmpty()) {
            return parameters;
        }
        Map<String, Double> scaled = new HashMap<>(parameters);
        factors.forEach((name, factor) -> scaled.computeIfPresent(name, (_, value) -> value * factor));
        return scaled;
    }

    private Body body() {
        return setting.plan().model().body(parameters, setting.chances().of(number));
    }

    public long number() {
        return number;
    }

    /// The day of consent.
    public LocalDate entered() {
        return entered;
    }

    public LocalDate dayOne() {
        return dayOne;
    }

    public Circumstances here() {
        return here;
    }

    Chances chances() {
        return setting.chances();
    }

    /// Turns out to have another background, as the arm that someone is allocated to may happen to gather; the same
    /// chances, so that what was seen before day 1 still stands.
    public void turnsOut(Map<String, Double> background) {
        if (!background.isEmpty()) {
            parameters = new HashMap<>(parameters);
            parameters.putAll(background);
            body = body();
        }
    }

    public void take(LocalDate date, double amount) {
        body.dose(day(date), amount);
    }

    /// Comes to a visit.
    public void attends(Encounter encounter, LocalDate date) {
        held.put(encounter.id(), date);
    }

    Optional<LocalDate> heldOn(Encounter encounter) {
        return Optional.ofNullable(held.get(encounter.id()));
    }

    /// This visit if it has the form, or else the last one before that had it.
    Optional<Encounter> lastHeldWith(String form, Encounter now) {
        List<Encounter> encounters = setting.places().encounters();
        for (int place = setting.places().encounter(now.id()); place >= 0; place--) {
            Encounter encounter = encounters.get(place);
            if (encounter.forms().contains(form) && held.containsKey(encounter.id())) {
                return Optional.of(encounter);
            }
        }
        return Optional.empty();
    }

    Places places() {
        return setting.places();
    }

    /// What staff see at a visit that was held, to be written on a form.
    Map<String, String> show(Form form, Encounter encounter) {
        LocalDate date = held.getOrDefault(encounter.id(), dayOne);
        return assessment.of(form, encounter, observe(form.id(), date), date);
    }

    Map<String, String> observe(String form, LocalDate date) {
        String observable = setting.plan().observables().getOrDefault(form, "");
        return body.observe(observable, day(date));
    }

    /// Whether staff have a form to fill in at a visit.
    public boolean isDue(Form form, Encounter encounter) {
        return form.rules()
                .when()
                .map(when -> when.truth(new Seen(this, encounter)) != Truth.FALSE)
                .orElse(true);
    }

    /// How what is shown comes to be written.
    public FormFilling fill(Form form, Encounter encounter) {
        return new FormFilling(
                due(form, encounter),
                show(form, encounter),
                here.staff(),
                setting.chances().stream(number, "slips " + form.id(), encounter.day()));
    }

    private List<Item> due(Form form, Encounter encounter) {
        if (!setting.places().isConditional(form)) {
            return form.items();
        }
        Seen seen = new Seen(this, encounter);
        return form.items().stream()
                .filter(item ->
                        item.when().map(when -> when.truth(seen) != Truth.FALSE).orElse(true))
                .toList();
    }

    /// Whether a second look at the source finds the mistakes on a form.
    public boolean isReviewed(Form form, Encounter encounter) {
        return isReviewed(form, encounter.day());
    }

    boolean isReviewed(Form form, long occasion) {
        return here.staff().secondLook() == 1
                || setting.chances().stream(number, "second look " + form.id(), occasion)
                        .bernoulli(here.staff().secondLook());
    }

    /// What is noticed at a visit that happened since the last time someone asked, as the next entries of the logs.
    public List<LogEntry> notices(Encounter encounter, LocalDate date) {
        List<Occurrence> happened = body.occurrences(day(asked), day(date));
        asked = date;
        List<LogEntry> noticed = new ArrayList<>();
        for (Occurrence occurrence : happened) {
            log(occurrence.kind())
                    .ifPresent(log -> noticed.add(
                            new LogEntry(this, log, entries.merge(log.id(), 1, Integer::sum), occurrence, encounter)));
        }
        return noticed;
    }

    /// Whether anything that happens to people is written in a log.
    public boolean isFilled(Form log) {
        return setting.plan().observables().containsKey(log.id());
    }

    private Optional<Form> log(String kind) {
        return setting.places().study().forms().stream()
                .filter(form -> form.rules().log())
                .filter(form -> kind.equals(setting.plan().observables().get(form.id())))
                .findFirst();
    }

    /// Whether an adverse event began since a day, up to another.
    boolean hasSuffered(LocalDate from, LocalDate until) {
        return suffered(from, until).findAny().isPresent();
    }

    /// Whether an adverse event goes on.
    boolean suffers(LocalDate date) {
        return suffered(dayOne, date)
                .anyMatch(event -> event.endDay().isEmpty() || event.endDay().getAsInt() >= day(date));
    }

    private Stream<Occurrence> suffered(LocalDate from, LocalDate until) {
        Optional<String> kind = here.participants()
                .suffers()
                .map(log -> setting.plan().observables().getOrDefault(log, ""));
        return body.occurrences(day(from), day(until)).stream()
                .filter(occurrence -> kind.filter(occurrence.kind()::equals).isPresent());
    }

    /// How much more the person is inclined to leave than at the beginning, as the body has it.
    double inclinationToLeave(LocalDate date) {
        return body.inclinationToLeave(day(date));
    }

    /// By how much the person feels worse than on day 1.
    double worse(LocalDate date) {
        return here.participants()
                .feels()
                .map(item -> feels(item, date) - feels(item, dayOne))
                .orElse(0.0);
    }

    private double feels(ItemName item, LocalDate date) {
        return Decimals.read(observe(item.form(), date).getOrDefault(item.item(), ""))
                .map(Number::doubleValue)
                .orElse(0.0);
    }

    /// Study days as people count them: 1 is the day of randomisation, there is no 0.
    long studyDay(LocalDate date) {
        long days = ChronoUnit.DAYS.between(dayOne, date);
        return days < 0 ? days : days + 1;
    }

    /// Study days as the body counts them: the day of randomisation is 0.
    private double day(LocalDate date) {
        return ChronoUnit.DAYS.between(dayOne, date);
    }
}
