package org.equipoise.conduct.state;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.equipoise.journal.event.FormEvent;
import org.equipoise.journal.event.QueryEvent;
import org.equipoise.journal.event.QueryEvent.QueryAnswered;
import org.equipoise.journal.event.QueryEvent.QueryClosed;
import org.equipoise.journal.event.QueryEvent.QueryRaised;
import org.equipoise.journal.event.SafetyEvent.ReportingClockStarted;
import org.equipoise.journal.event.VisitEvent.VisitRecorded;
import org.jspecify.annotations.Nullable;

/// What is recorded of one participant: visits with their forms, logs, data queries, reporting clocks. Never changed in
/// place: recording gives another case book that shares all but the one visit or log that was written on.
public final class CaseBook {
    public static final CaseBook EMPTY = new CaseBook(Map.of(), Map.of(), Map.of(), List.of(), Set.of());

    private final Map<String, LocalDate> visits;
    private final Map<String, Map<String, Page>> pages;
    private final Map<String, List<Page>> logs;
    private final List<Query> queries;
    private final Set<Started> clocks;

    private record Started(String form, int entry, String clock) {}

    private CaseBook(
            Map<String, LocalDate> visits,
            Map<String, Map<String, Page>> pages,
            Map<String, List<Page>> logs,
            List<Query> queries,
            Set<Started> clocks) {
        this.visits = visits;
        this.pages = pages;
        this.logs = logs;
        this.queries = queries;
        this.clocks = clocks;
    }

    public Optional<LocalDate> visit(String encounter) {
        return Optional.ofNullable(visits.get(encounter));
    }

    /// The encounters that took place so far.
    public Set<String> visits() {
        return Collections.unmodifiableSet(visits.keySet());
    }

    /// Everything that is filled in: forms at visits, and entries of logs.
    public Stream<Page> pages() {
        return Stream.concat(
                pages.values().stream().flatMap(visit -> visit.values().stream()),
                logs.values().stream().flatMap(List::stream));
    }

    /// The form at a visit; null where it is not submitted.
    public @Nullable Page page(String encounter, String form) {
        Map<String, Page> visit = pages.get(encounter);
        return visit == null ? null : visit.get(form);
    }

    /// A form at a visit, or an entry of a log; null where it is not submitted.
    public @Nullable Page page(String encounter, String form, int entry) {
        if (entry == 0) {
            return page(encounter, form);
        }
        List<Page> entries = entries(form);
        return entry <= entries.size() ? entries.get(entry - 1) : null;
    }

    /// The encounters at which a form is filled in so far.
    public Collection<String> encounters() {
        return pages.keySet();
    }

    /// The entries of a log, in their order.
    public List<Page> entries(String log) {
        return logs.getOrDefault(log, List.of());
    }

    public List<Query> queries() {
        return queries;
    }

    public Optional<Query> query(int number) {
        return number < 1 || number > queries.size() ? Optional.empty() : Optional.of(queries.get(number - 1));
    }

    public boolean hasStarted(String clock, String form, int entry) {
        return clocks.contains(new Started(form, entry, clock));
    }

    CaseBook with(VisitRecorded visit) {
        Map<String, LocalDate> more = new LinkedHashMap<>(visits);
        if (more.putIfAbsent(visit.encounter(), visit.date()) != null) {
            throw new IllegalStateException(visit + " cannot follow: the visit is recorded already");
        }
        return new CaseBook(more, pages, logs, queries, clocks);
    }

    /// The book with one more form event; also the book as it would be, for judging what someone asks to write.
    public CaseBook with(FormEvent event, long seq) {
        return event.entry() == 0 ? withPage(event, seq) : withEntry(event, seq);
    }

    private CaseBook withPage(FormEvent event, long seq) {
        Map<String, Page> visit = new HashMap<>(pages.getOrDefault(event.encounter(), Map.of()));
        visit.compute(event.form(), (_, before) -> Page.after(before, event, seq));
        Map<String, Map<String, Page>> more = new LinkedHashMap<>(pages);
        more.put(event.encounter(), visit);
        return new CaseBook(visits, more, logs, queries, clocks);
    }

    private CaseBook withEntry(FormEvent event, long seq) {
        List<Page> entries = new ArrayList<>(entries(event.form()));
        Page written = Page.after(page(event.encounter(), event.form(), event.entry()), event, seq);
        if (event.entry() <= entries.size()) {
            entries.set(event.entry() - 1, written);
        } else if (event.entry() == entries.size() + 1) {
            entries.add(written);
        } else {
            throw new IllegalStateException("entry " + event.entry() + " of " + event.form() + " leaves a gap");
        }
        Map<String, List<Page>> more = new HashMap<>(logs);
        more.put(event.form(), entries);
        return new CaseBook(visits, pages, more, queries, clocks);
    }

    CaseBook with(QueryEvent event) {
        List<Query> more = new ArrayList<>(queries);
        switch (event) {
            case QueryRaised raised -> {
                if (raised.query() != queries.size() + 1) {
                    throw new IllegalStateException("query " + (queries.size() + 1) + " is next, not " + event);
                }
                more.add(new Query(raised, Query.Stage.OPEN));
            }
            case QueryAnswered(var _, var number, var _) ->
                more.set(number - 1, more.get(number - 1).moved(Query.Stage.ANSWERED));
            case QueryClosed(var _, var number, var _) ->
                more.set(number - 1, more.get(number - 1).moved(Query.Stage.CLOSED));
        }
        return new CaseBook(visits, pages, logs, more, clocks);
    }

    CaseBook with(ReportingClockStarted clock) {
        Set<Started> more = new HashSet<>(clocks);
        if (!more.add(new Started(clock.form(), clock.entry(), clock.clock()))) {
            throw new IllegalStateException(clock + " cannot follow: it runs already");
        }
        return new CaseBook(visits, pages, logs, queries, more);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CaseBook book && contents().equals(book.contents());
    }

    @Override
    public int hashCode() {
        return contents().hashCode();
    }

    private List<Object> contents() {
        return List.of(visits, pages, logs, queries, clocks);
    }
}
