package org.equipoise.rehearsal.kernel;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.equipoise.language.identity.ArmCode;
import org.equipoise.language.identity.ParticipantId;
import org.equipoise.protocol.design.Encounter;
import org.equipoise.protocol.endpoint.Endpoint;
import org.equipoise.rehearsal.course.Places;

/// A randomised participant at the end of the trial.
public final class Followed {
    private final Places places;
    private final ParticipantId id;
    private final String stratum;
    private final ArmCode code;
    private final Chart chart;
    private int doses;
    private Optional<Ending> ending = Optional.empty();

    /// How participation ended.
    record Ending(LocalDate date, String how, String reason) {}

    Followed(Places places, ParticipantId id, String stratum, ArmCode code, Chart chart) {
        this.places = places;
        this.id = id;
        this.stratum = stratum;
        this.code = code;
        this.chart = chart;
    }

    void visited(Encounter encounter, LocalDate date) {
        chart.visited(places.encounter(encounter.id()), date);
    }

    void dosed() {
        doses++;
    }

    void ended(LocalDate date, String how, String reason) {
        ending = Optional.of(new Ending(date, how, reason));
    }

    public ParticipantId id() {
        return id;
    }

    public String stratum() {
        return stratum;
    }

    public ArmCode code() {
        return code;
    }

    /// An endpoint's response at a visit, in the data sets' word.
    public String response(Endpoint endpoint, String at) {
        return new Variable(places).response(endpoint, at, chart);
    }

    /// An endpoint's number at a visit.
    public Optional<BigDecimal> number(Endpoint endpoint, String at) {
        return new Variable(places).number(endpoint, at, chart);
    }

    Chart chart() {
        return chart;
    }

    int doses() {
        return doses;
    }

    Optional<Ending> ending() {
        return ending;
    }
}
