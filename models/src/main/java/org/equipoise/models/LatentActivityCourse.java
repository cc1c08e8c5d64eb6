package org.equipoise.models;

/// Latent disease activity X, relative to the person's own baseline, under the doses given so far.
///
/// B counts doses and fades, dB/dt = -ln 2 / half-life · B; X follows dX/dt = k (m (1 - E B / (B + H)) - X).
/// Steps end at whole days and at doses. B decays exactly, and so does the memory of X; the mean of the target
/// over a step, weighted by exp(-k (end - s)), is taken from the two points of Gauss and Legendre: an exponential
/// integrator of order 4 (Hochbruck and Ostermann, Acta Numerica 19 (2010) 209-286).
final class LatentActivityCourse implements Course {
    private final double background;
    private final double recovery;
    private final double fading;
    private final double maximalEffect;
    private final double halfEffectDoses;
    private final Step wholeDay;

    private final DailyValues mornings = new DailyValues();
    private double time;
    private double activity = 1;
    private double doses;

    LatentActivityCourse(Assumptions assumptions, double background) {
        this.background = background;
        recovery = assumptions.positive("recovery_rate");
        fading = StrictMath.log(2) / assumptions.positive("effect_half_life");
        maximalEffect = assumptions.fraction("maximal_effect");
        halfEffectDoses = assumptions.positive("half_effect_doses");
        wholeDay = Step.of(1, recovery, fading);
        mornings.add(activity);
    }

    /// A dose acts from its own moment on.
    void dose(double day, double amount) {
        advance(day);
        doses += amount;
    }

    /// X at the beginning of a whole day.
    @Override
    public double on(int day) {
        if (day >= mornings.days()) {
            advance(day);
        }
        return mornings.on(day);
    }

    private void advance(double until) {
        while (time < until) {
            double midnight = Math.floor(time) + 1;
            double end = Math.min(until, midnight);
            take(end - time == 1 ? wholeDay : Step.of(end - time, recovery, fading));
            time = end;
            if (end == midnight) {
                mornings.add(activity);
            }
        }
    }

    private void take(Step step) {
        double early = target(doses * step.leftEarly);
        double late = target(doses * step.leftLate);
        double target = early + (late - early) * step.weightOfLate;
        activity = target + (activity - target) * step.kept;
        doses *= step.left;
    }

    private double target(double doses) {
        return background * (1 - maximalEffect * doses / (doses + halfEffectDoses));
    }

    /// What one step keeps: of activity, and of doses at its two points and its end.
    private record Step(double kept, double leftEarly, double leftLate, double left, double weightOfLate) {
        private static final double EARLY = 0.5 - StrictMath.sqrt(3) / 6;
        private static final double LATE = 0.5 + StrictMath.sqrt(3) / 6;

        static Step of(double length, double recovery, double fading) {
            return new Step(
                    StrictMath.exp(-recovery * length),
                    StrictMath.exp(-fading * EARLY * length),
                    StrictMath.exp(-fading * LATE * length),
                    StrictMath.exp(-fading * length),
                    1 / (1 + StrictMath.exp(-recovery * (LATE - EARLY) * length)));
        }
    }
}
