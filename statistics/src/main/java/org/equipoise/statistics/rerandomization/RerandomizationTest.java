package org.equipoise.statistics.rerandomization;

import java.util.List;
import org.equipoise.statistics.answer.MonteCarloP;
import org.equipoise.statistics.random.RandomStream;
import org.equipoise.statistics.sequence.Procedure;

/// Had the groups been drawn once more, how often would a statistic be at least as extreme as it is?
///
/// The responses are held fixed: under the hypothesis that no unit's response depends on its group, the procedure's
/// chance is all the chance there is. Source: Rosenberger and Lachin, "Randomization in clinical trials", 2nd ed.
/// (2016), chapter 6.
public final class RerandomizationTest {
    /// Statistics of different allocations that are equal in exact arithmetic differ in their last bits.
    private static final double TIE = 1 - 1e-9;

    private final String method;
    private final int[] groups;
    private final Statistic statistic;
    private final Reallocation reallocation;

    /// Any statistic, and any way in which the groups were drawn.
    ///
    /// @param groups the allocation that was drawn, in the order of the units
    public RerandomizationTest(String method, int[] groups, Statistic statistic, Reallocation reallocation) {
        this.method = method;
        this.groups = groups.clone();
        this.statistic = statistic;
        this.reallocation = reallocation;
    }

    /// Two groups and a response that is an event or none: the stratified procedure is repeated, and the statistic is
    /// Cochran-Mantel-Haenszel's over the same strata.
    public static RerandomizationTest ofProportions(List<Unit> units, Procedure procedure) {
        if (procedure.groups() != 2) {
            throw new IllegalArgumentException(
                    "Two groups are compared; the procedure has " + procedure.groups() + ".");
        }
        return new RerandomizationTest(
                "re-randomisation test of the Cochran-Mantel-Haenszel statistic, " + procedure + " in each stratum",
                units.stream().mapToInt(Unit::group).toArray(),
                new StratifiedScore(List.copyOf(units)),
                new StratifiedReallocation(
                        procedure, units.stream().map(Unit::stratum).toList()));
    }

    public MonteCarloP p(int draws, RandomStream stream) {
        double observed = statistic.of(groups);
        int asExtreme = 0;
        for (int draw = 0; draw < draws; draw++) {
            if (statistic.of(reallocation.draw(stream)) >= observed * TIE) {
                asExtreme++;
            }
        }
        return new MonteCarloP(method, observed, draws, asExtreme);
    }
}
