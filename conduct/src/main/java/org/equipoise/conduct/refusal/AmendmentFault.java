package org.equipoise.conduct.refusal;

import java.util.List;
import org.equipoise.language.identity.ItemName;

/// Why an amended version of the protocol may not follow the one in force in a trial that runs.
public sealed interface AmendmentFault {

    /// A visit, a form or an item is missing that is recorded of some participants.
    record Gone(String what, int participants) implements AmendmentFault {}

    /// Values of people in the trial would be read as another type, in another unit, or in the open.
    record ReadOtherwise(ItemName item) implements AmendmentFault {}

    record CodesGone(ItemName item, List<String> codes) implements AmendmentFault {}

    /// A form that is filled in at visits becomes a log, or the other way round.
    record LogOrNot(String form) implements AmendmentFault {}

    record DosesRenumbered(int participants) implements AmendmentFault {}

    record Committed(CommittedPart part) implements AmendmentFault {}

    /// What the vault has been committed to since the study was opened.
    enum CommittedPart {
        ARMS,
        PROCEDURE,
        STRATA,
        PARTICIPANTS,
        KITS,
        SUPPLY,
        DAY_ONE
    }
}
