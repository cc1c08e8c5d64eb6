package org.equipoise.conduct.desk;

import org.equipoise.language.identity.ArmCode;
import org.equipoise.language.identity.KitNumber;

/// What a virtual body learns of a kit it was given: the arm code, never the treatment. Answers only in a rehearsal.
public interface Nature {
    ArmCode substance(KitNumber kit);
}
