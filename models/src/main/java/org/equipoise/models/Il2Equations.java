package org.equipoise.models;

import org.equipoise.statistics.ode.Equations;

/// The differential equations of the page `low-dose-il2.md`, in days, IU and IU/mL.
///
/// Beside the states of the page it carries D = E^h, whose slope h D E'/E needs no power. The last three states
/// are seen in blood and move nothing else; they are left out where nobody looks at blood.
final class Il2Equations implements Equations {
    static final int DEPOT = 0;
    static final int PLASMA = 1;
    static final int COMPETENCE = 2;
    static final int TREG = 3;
    static final int EFFECTOR = 4;
    static final int DRIVE = 5;
    static final int ACTIVITY = 6;
    static final int RECEPTOR = 7;
    static final int NK = 8;
    static final int EOSINOPHILS = 9;

    private static final int STATES_OF_DISEASE = 7;
    private static final int ALL_STATES = 10;

    private final Constitution own;
    private final boolean blood;

    Il2Equations(Constitution own, boolean blood) {
        this.own = own;
        this.blood = blood;
    }

    @Override
    public int size() {
        return blood ? ALL_STATES : STATES_OF_DISEASE;
    }

    /// Nobody's depot holds anything, and all else is as it always was.
    double[] untouched(double activity) {
        double[] state = new double[size()];
        for (int i = COMPETENCE; i < state.length; i++) {
            state[i] = 1;
        }
        state[ACTIVITY] = activity;
        return state;
    }

    @Override
    public void slope(double time, double[] state, double[] slope) {
        double depot = state[DEPOT];
        double plasma = state[PLASMA];
        double competence = state[COMPETENCE];
        double treg = state[TREG];
        double effector = state[EFFECTOR];
        double drive = state[DRIVE];
        double signal = plasma / (own.tregHalf + plasma);
        slope[DEPOT] = -own.absorption * depot;
        slope[PLASMA] = own.inflow * depot - (own.elimination + own.uptake * treg / (own.uptakeHalf + plasma)) * plasma;
        slope[COMPETENCE] = own.competenceRecovery * (1 - competence) - own.competenceLoss * signal * competence;
        slope[TREG] = own.tregTurnover * (1 - treg)
                + own.tregGrowth * competence * signal * treg * (1 - treg / own.tregCeiling);
        double change = own.effectorReturn * (1 - effector)
                + own.suppression * Math.max(treg - 1, 0) * (own.effectorGoal - effector);
        slope[EFFECTOR] = change;
        slope[DRIVE] = own.effectorExponent * drive * change / effector;
        slope[ACTIVITY] = own.activityRate * (own.target * drive - state[ACTIVITY]);
        if (blood) {
            slopeOfBlood(state, signal, slope);
        }
    }

    private void slopeOfBlood(double[] state, double signal, double[] slope) {
        double plasma = state[PLASMA];
        double nk = state[NK];
        double nkSignal = plasma / (own.nkHalf + plasma);
        slope[RECEPTOR] = own.receptorTurnover * (1 + own.receptorGain * signal * state[TREG] - state[RECEPTOR]);
        slope[NK] = own.nkTurnover * (1 - nk) + own.nkGrowth * nkSignal * nk * (1 - nk / own.nkCeiling);
        slope[EOSINOPHILS] = own.eosinophilTurnover * (1 - state[EOSINOPHILS]) + own.eosinophilGrowth * signal;
    }
}
