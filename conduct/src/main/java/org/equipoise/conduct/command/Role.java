package org.equipoise.conduct.command;

import java.util.EnumSet;
import java.util.Set;

/// What someone is in the trial; it decides which commands they may give.
public enum Role {
    COORDINATOR,
    INVESTIGATOR,
    PHARMACIST,
    STATISTICIAN,
    SPONSOR;

    /// The roles that may give a command.
    public static Set<Role> of(Command command) {
        return switch (command) {
            case Command.OpenStudy _, Command.LockStudy _ -> EnumSet.of(SPONSOR);
            case Command.RecordConsent _,
                    Command.RecordVisit _,
                    Command.SubmitForm _,
                    Command.CorrectForm _,
                    Command.RecordDose _,
                    Command.RecordMissedDose _,
                    Command.CompleteParticipant _ -> EnumSet.of(COORDINATOR, INVESTIGATOR);
            case Command.ConfirmEligibility _, Command.RandomizeParticipant _ -> EnumSet.of(INVESTIGATOR);
            case Command.WithdrawConsent _, Command.DiscontinueParticipant _ -> EnumSet.of(INVESTIGATOR);
            case Command.DispenseKit _ -> EnumSet.of(PHARMACIST);
            case Command.RevealTreatments _ -> EnumSet.of(STATISTICIAN);
        };
    }
}
