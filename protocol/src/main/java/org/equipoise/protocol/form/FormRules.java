package org.equipoise.protocol.form;

import java.util.List;
import java.util.Optional;
import org.equipoise.language.expression.Condition;

/// Who fills a form in, who never sees it, when it is due, and after which others.
///
/// @param log whether it is a log: entries 1, 2, 3 … of a participant that belong to no visit
/// @param after forms that must stand at the same visit before this one is filled in
/// @param submittedBy roles that may submit and correct it, in lower case as the study writes them
/// @param hiddenFrom roles that never read it
/// @param when the form is due at a visit unless this is FALSE
/// @param resultsLater whether its values come back after the visit, from a laboratory
public record FormRules(
        boolean log,
        List<String> after,
        List<String> submittedBy,
        List<String> hiddenFrom,
        Optional<Condition> when,
        boolean resultsLater) {
    /// A form that is filled in at visits by those who see the participant.
    public static final FormRules ORDINARY =
            new FormRules(false, List.of(), List.of("coordinator", "investigator"), List.of(), Optional.empty(), false);

    public FormRules {
        after = List.copyOf(after);
        submittedBy = List.copyOf(submittedBy);
        hiddenFrom = List.copyOf(hiddenFrom);
    }
}
