package org.equipoise.datasets;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.equipoise.journal.confidence.TextReader;
import org.equipoise.protocol.form.Form;
import org.equipoise.protocol.reading.Study;

/// Who reads the record. What a role may not read is not even taken in, so nothing derived from it can tell.
///
/// @param hiddenForms forms the role never reads
/// @param readsDoses whether it may know which doses were given and which were missed
/// @param readsIdentity whether it may know who the participants are; no analysis does
/// @param texts reads what is under a participant's key
record Reader(Set<String> hiddenForms, boolean readsDoses, boolean readsIdentity, TextReader texts) {
    /// The site's own staff.
    private static final Set<String> SITE = Set.of("coordinator", "investigator");

    /// Everyone from whom no form is hidden.
    static Reader unrestricted(TextReader texts) {
        return new Reader(Set.of(), true, false, texts);
    }

    /// What one version of the protocol hides from a role is hidden in all that is recorded.
    static Reader of(List<Study> versions, String role, TextReader texts) {
        return new Reader(
                versions.stream()
                        .flatMap(study -> study.forms().stream())
                        .filter(form -> form.rules().hiddenFrom().contains(role))
                        .map(Form::id)
                        .collect(Collectors.toSet()),
                versions.stream()
                        .noneMatch(
                                study -> study.design().regimen().hiddenFrom().contains(role)),
                SITE.contains(role),
                texts);
    }

    /// Whether nothing is hidden: what people wrote in free words may tell of anything.
    boolean readsAll() {
        return hiddenForms.isEmpty() && readsDoses;
    }

    boolean reads(String form) {
        return !hiddenForms.contains(form);
    }
}
