package org.equipoise.rehearsal.course;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import org.equipoise.language.identity.ItemName;
import org.equipoise.language.value.Decimals;
import org.equipoise.models.Body;
import org.equipoise.protocol.design.Encounter;
import org.equipoise.protocol.form.Form;
import org.equipoise.rehearsal.plan.Circumstances;
import org.equipoise.rehearsal.plan.RehearsalPlan;

/// Someone who comes to a site: a body, and what a site's staff would write of it. Nothing here depends on who asks, or
/// how often.
public final class Person {
    private final Setting setting;
    private final Circumstances here;
    private final long number;
    private final LocalDate dayOne;
    private final Map<String, Double> parameters;
    private final Assessment assessment;
    private Body body;

    /// What a trial's persons have in common.
    ///
    /// @param factors of the parameters in this trial, where the plan has an ensemble
    public record Setting(RehearsalPlan plan, Chances chances, Map<String, Double> factors) {
        public Setting {
            factors = Map.copyOf(factors);
        }
    }

    public Person(Setting setting, String site, long number, LocalDate entered, LocalDate dayOne) {
        this.setting = setting;
        this.here = setting.plan().at(site);
        this.number = number;
        this.dayOne = dayOne;
        this.parameters = new HashMap<>(here.parametersOn(setting.plan().start(), entered));
        setting.factors().forEach((name, factor) -> parameters.computeIfPresent(name, (_, value) -> value * factor));
        this.assessment = new Assessment(this);
        this.body = body();
    }

    private Body body() {
        return setting.plan().model().body(parameters, setting.chances().of(number));
    }

    public long number() {
        return number;
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
            parameters.putAll(background);
            body = body();
        }
    }

    public void take(LocalDate date, double amount) {
        body.dose(day(date), amount);
    }

    /// What staff see, to be written on a form.
    public Map<String, String> show(Form form, Encounter encounter, LocalDate date) {
        return assessment.of(form, encounter, observe(form.id(), date), date);
    }

    Map<String, String> observe(String form, LocalDate date) {
        String observable = setting.plan().observables().getOrDefault(form, "");
        return body.observe(observable, day(date));
    }

    /// How what is shown comes to be written.
    public FormFilling fill(Form form, Encounter encounter, LocalDate date) {
        return new FormFilling(
                form.items(),
                show(form, encounter, date),
                here.staff(),
                setting.chances().stream(number, "slips " + form.id(), encounter.day()));
    }

    /// Whether a second look at the source finds the mistakes on a form.
    public boolean isReviewed(Form form, Encounter encounter) {
        return here.staff().secondLook() == 1
                || setting.chances().stream(number, "second look " + form.id(), encounter.day())
                        .bernoulli(here.staff().secondLook());
    }

    /// By how much the person feels worse than on day 1.
    double worse(LocalDate date) {
        return here.participants().feels().map(item -> feels(item, date) - feels(item, dayOne)).orElse(0.0);
    }

    private double feels(ItemName item, LocalDate date) {
        return Decimals.read(observe(item.form(), date).getOrDefault(item.item(), ""))
                .map(Number::doubleValue)
                .orElse(0.0);
    }

    /// Study days as the body counts them: the day of randomisation is 0.
    private double day(LocalDate date) {
        return ChronoUnit.DAYS.between(dayOne, date);
    }
}
