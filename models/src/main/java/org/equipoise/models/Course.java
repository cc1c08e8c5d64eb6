package org.equipoise.models;

/// A latent activity that runs its course under the doses given so far.
interface Course {
    /// At the beginning of a whole day from day 0 on, relative to that day.
    double on(int day);
}
