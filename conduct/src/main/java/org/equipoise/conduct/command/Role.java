package org.equipoise.conduct.command;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/// What someone is in the trial; it decides which commands they may give.
public enum Role {
    COORDINATOR,
    INVESTIGATOR,
    /// Judges efficacy, blinded: never doses, never hears of adverse events.
    ASSESSOR,
    PHARMACIST,
    MONITOR,
    STATISTICIAN,
    SPONSOR;

    private final String word = name().toLowerCase(Locale.ROOT);

    /// The role as a study writes it: `coordinator`.
    public String word() {
        return word;
    }

    /// The roles without any of which nothing is revealed.
    public static Set<Role> revealing() {
        return EnumSet.of(STATISTICIAN, SPONSOR);
    }

    /// The roles that may give a command.
    public static Set<Role> of(Command command) {
        return switch (command) {
            case Command.OpenStudy _, Command.ActivateAmendment _, Command.LockStudy _, Command.EraseParticipant _ ->
                EnumSet.of(SPONSOR);
            case Command.RecordConsent _,
                    Command.RenewConsent _,
                    Command.RecordVisit _,
                    Command.RecordDose _,
                    Command.RecordMissedDose _,
                    Command.CompleteParticipant _ -> EnumSet.of(COORDINATOR, INVESTIGATOR);
            // Who may write on a form, and who answers a query, is said by the protocol.
            case Command.SubmitForm _, Command.CorrectForm _, Command.AnswerQuery _ -> EnumSet.allOf(Role.class);
            case Command.CloseQuery _ -> EnumSet.of(MONITOR);
            case Command.ConfirmEligibility _, Command.RandomizeParticipant _ -> EnumSet.of(INVESTIGATOR);
            case Command.WithdrawConsent _, Command.DiscontinueParticipant _ -> EnumSet.of(INVESTIGATOR);
            case Command.DispenseKit _,
                    Command.ReplaceKit _,
                    Command.ReturnKit _,
                    Command.RecordArrival _,
                    Command.CheckShipment _ -> EnumSet.of(PHARMACIST);
            // Whoever keeps kits may take them from use; only the sponsor puts any back.
            case Command.QuarantineKits _, Command.WithdrawKits _, Command.DestroyKits _, Command.ReportKitsLost _ ->
                EnumSet.of(PHARMACIST, SPONSOR);
            case Command.LabelKits _, Command.ShipKits _, Command.ReleaseKits _ -> EnumSet.of(SPONSOR);
            case Command.AuthorizeReveal _ -> revealing();
            case Command.TakeOverCodeBreaks _ -> EnumSet.of(SPONSOR, MONITOR);
            case Command.RevealTreatments _ -> EnumSet.of(STATISTICIAN);
        };
    }
}
