package org.equipoise.protocol.design;

import java.util.List;
import java.util.Map;

/// What is given, how, and on which days: each dispensing visit starts a cycle, and the cycle's doses are counted from
/// that visit.
///
/// @param doseDays the days of a cycle on which a dose is due, day 1 being the dispensing visit
/// @param hiddenFrom roles that never read which doses were given or missed
/// @param amounts the amount of one dose by arm, in words for people (`1 10*6.[IU]`)
public record Regimen(String route, List<Integer> doseDays, List<String> hiddenFrom, Map<String, String> amounts) {
    public Regimen {
        doseDays = List.copyOf(doseDays);
        hiddenFrom = List.copyOf(hiddenFrom);
        amounts = Map.copyOf(amounts);
    }
}
