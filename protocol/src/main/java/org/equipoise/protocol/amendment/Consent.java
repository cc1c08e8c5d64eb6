package org.equipoise.protocol.amendment;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.equipoise.protocol.amendment.Amendment.Consequence;

/// Who must consent again, as a proposal for the ethics committee, which decides it: people consent to what is done to
/// them, so what counts is whether that changes for those who are still in (ICH E6(R3), informed consent: new
/// information that may bear on the willingness to go on).
final class Consent {
    private static final Set<String> MORE = Set.of("forms", "activities");

    static final String SIGN = "sign the new version before it is applied to them";

    private Consent() {}

    static List<Consequence> of(List<Change> all) {
        List<Change> changes = all.stream().filter(change -> !change.isOrder()).toList();
        List<Consequence> consent = new ArrayList<>();
        for (Change change : changes) {
            if (isNewForParticipants(change)) {
                consent.add(new Consequence("everyone in the trial who has not ended", SIGN, change.sentence()));
            } else if (change.subject() == Subject.CRITERIA) {
                consent.add(new Consequence(
                        "people screened from now on",
                        "sign the new version; whoever is randomised already is not judged again",
                        change.sentence()));
            } else if (isToBeTold(change)) {
                consent.add(new Consequence(
                        "everyone in the trial who has not ended",
                        "be informed; the ethics committee decides whether a signature is needed",
                        change.sentence()));
            }
        }
        return consent;
    }

    /// More is done, other things are given, or another risk is watched.
    private static boolean isNewForParticipants(Change change) {
        return switch (change.subject()) {
            case TREATMENT, RANDOMIZATION, SAFETY -> !change.key().startsWith("label");
            case VISITS -> (change.isAdded() && change.key().isEmpty()) || MORE.contains(change.key());
            case ITEMS -> change.isAdded() && change.key().isEmpty();
            case FORMS -> change.isAdded() && change.key().isEmpty();
            default -> false;
        };
    }

    private static boolean isToBeTold(Change change) {
        return switch (change.subject()) {
            case VISITS, WINDOWS -> !change.key().startsWith("label");
            case PEOPLE -> true;
            case FORMS, ITEMS -> change.isRemoved() && change.key().isEmpty();
            default -> false;
        };
    }
}
