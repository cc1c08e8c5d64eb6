package org.equipoise.datasets;

import java.util.Set;
import java.util.stream.Collectors;
import org.equipoise.protocol.form.Form;
import org.equipoise.protocol.reading.Study;

/// Who reads the record. What a role may not read is not even taken in, so nothing derived from it can tell.
///
/// @param hiddenForms forms the role never reads
/// @param readsDoses whether it may know which doses were given and which were missed
record Reader(Set<String> hiddenForms, boolean readsDoses) {
    /// Everyone from whom no form is hidden.
    static final Reader UNRESTRICTED = new Reader(Set.of(), true);

    static Reader of(Study study, String role) {
        return new Reader(
                study.forms().stream()
                        .filter(form -> form.rules().hiddenFrom().contains(role))
                        .map(Form::id)
                        .collect(Collectors.toSet()),
                !study.design().regimen().hiddenFrom().contains(role));
    }

    boolean reads(String form) {
        return !hiddenForms.contains(form);
    }
}
