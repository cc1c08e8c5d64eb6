package org.equipoise.journal.canonical;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.equipoise.journal.event.TrialEvent;

/// Every kind of event there is, found by walking the sealed families, with its name and version.
public final class EventCatalogue {
    /// Events whose body has changed its shape since version 1, with the version they are written in.
    private static final Map<Class<? extends TrialEvent>, Integer> LATER_VERSIONS = Map.of();

    /// Readers of names and versions that are no longer written.
    static final Map<EventVersion, EventReader> OLDER = Map.of();

    private static final Map<String, Class<? extends TrialEvent>> BY_NAME = Collections.unmodifiableMap(byName());

    private EventCatalogue() {}

    public static List<Class<? extends TrialEvent>> events() {
        return List.copyOf(BY_NAME.values());
    }

    public static String name(Class<? extends TrialEvent> event) {
        return event.getSimpleName();
    }

    public static int version(Class<? extends TrialEvent> event) {
        return LATER_VERSIONS.getOrDefault(event, 1);
    }

    /// How each event is written today, by its class.
    static Map<Class<? extends TrialEvent>, EventShape> shapes() {
        Map<Class<? extends TrialEvent>, EventShape> shapes = new HashMap<>();
        events().forEach(event -> shapes.put(event, EventShape.of(event)));
        return shapes;
    }

    private static Map<String, Class<? extends TrialEvent>> byName() {
        Map<String, Class<? extends TrialEvent>> byName = new LinkedHashMap<>();
        for (Class<? extends TrialEvent> event : under(TrialEvent.class)) {
            if (byName.put(name(event), event) != null) {
                throw new IllegalStateException("two events are named " + name(event));
            }
        }
        return byName;
    }

    private static List<Class<? extends TrialEvent>> under(Class<? extends TrialEvent> family) {
        if (family.isRecord()) {
            return List.of(family);
        }
        List<Class<? extends TrialEvent>> events = new ArrayList<>();
        for (Class<?> member : family.getPermittedSubclasses()) {
            events.addAll(under(member.asSubclass(TrialEvent.class)));
        }
        return events;
    }
}
