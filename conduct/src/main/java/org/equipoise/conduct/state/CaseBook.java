package org.equipoise.conduct.state;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.equipoise.journal.event.FormEvent;
import org.equipoise.journal.event.VisitEvent.VisitRecorded;
import org.jspecify.annotations.Nullable;

/// What is recorded of one participant: visits and, at each, the forms with what now stands on them. Never changed in
/// place: recording gives another
/// case book that shares what did not change.
public record CaseBook(Map<String, LocalDate> visits, Map<Page, Map<String, Entered>> forms) {
    public static final CaseBook EMPTY = new CaseBook(Map.of(), Map.of());

    /// One form at one visit.
    public record Page(String encounter, String form) {}

    /// What now stands for one item, and the event that wrote it.
    public record Entered(@Nullable String value, @Nullable String missing, long seq) {}

    public Optional<LocalDate> visit(String encounter) {
        return Optional.ofNullable(visits.get(encounter));
    }

    public Optional<Map<String, Entered>> form(String encounter, String form) {
        return Optional.ofNullable(forms.get(new Page(encounter, form)));
    }

    CaseBook with(VisitRecorded visit) {
        Map<String, LocalDate> more = new LinkedHashMap<>(visits);
        if (more.putIfAbsent(visit.encounter(), visit.date()) != null) {
            throw new IllegalStateException(visit + " cannot follow: the visit is recorded already");
        }
        return new CaseBook(more, forms);
    }

    CaseBook with(FormEvent event, long seq) {
        Page page = new Page(event.encounter(), event.form());
        Map<String, Entered> before = forms.get(page);
        boolean correction = event instanceof FormEvent.FormCorrected;
        if (correction == (before == null)) {
            throw new IllegalStateException(
                    page + (correction ? " cannot be corrected before it is submitted" : " is submitted already"));
        }
        Map<String, Entered> items = before == null ? new LinkedHashMap<>() : new LinkedHashMap<>(before);
        for (FormEvent.ItemChange change : event.changes()) {
            items.put(change.item(), new Entered(change.value(), change.missing(), seq));
        }
        Map<Page, Map<String, Entered>> more = new LinkedHashMap<>(forms);
        more.put(page, items);
        return new CaseBook(visits, more);
    }
}
