package org.equipoise.journal.canonical;

import java.lang.invoke.MethodHandle;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.equipoise.language.canonical.CanonicalWriter;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonToken;

/// A record as a JSON object: its components are the members, sorted by name; an absent value is an absent
/// member.
final class RecordShape implements Shape {

    private final Class<?> type;
    private final MethodHandle constructor;
    private final Member[] members;

    RecordShape(Class<?> type) {
        this.type = type;
        this.constructor = Access.constructor(type);
        List<RecordComponent> components = List.of(type.getRecordComponents());
        this.members = components.stream()
                .map(component -> new Member(type, component, components.indexOf(component)))
                .sorted(Comparator.comparing(member -> member.name))
                .toArray(Member[]::new);
    }

    @Override
    public void write(Object value, CanonicalWriter out) {
        out.beginObject();
        for (Member member : members) {
            Object component = Access.get(member.accessor, value);
            if (component != null) {
                out.preparedName(member.nameAndColon);
                member.shape.write(component, out);
            } else if (!member.optional) {
                throw new IllegalArgumentException(type.getSimpleName() + " without " + member.name);
            }
        }
        out.endObject();
    }

    @Override
    public Object read(ShapeReader in) {
        in.expect(JsonToken.START_OBJECT, "an object");
        @Nullable Object[] values = new @Nullable Object[members.length];
        for (String name = in.parser().nextName();
                name != null;
                name = in.parser().nextName()) {
            Member member = named(name, in);
            in.parser().nextToken();
            values[member.position] = member.shape.read(in);
        }
        for (Member member : members) {
            if (values[member.position] == null && !member.optional) {
                throw in.fault("'" + member.name + "' is missing");
            }
        }
        try {
            return Access.construct(constructor, values);
        } catch (IllegalArgumentException e) {
            throw in.fault(e.getMessage() == null ? "not a " + type.getSimpleName() : e.getMessage());
        }
    }

    private Member named(String name, ShapeReader in) {
        return Arrays.stream(members)
                .filter(member -> member.name.equals(name))
                .findAny()
                .orElseThrow(() -> in.fault("no member of this name is known"));
    }

    /// One component: its name in the bytes, how to get at it, and its own shape.
    private static final class Member {
        private final String name;
        private final byte[] nameAndColon;
        private final MethodHandle accessor;
        private final Shape shape;
        private final boolean optional;
        private final int position;

        Member(Class<?> type, RecordComponent component, int position) {
            this.name = component.getName();
            this.nameAndColon = CanonicalWriter.ascii('"' + name + "\":");
            this.accessor = Access.accessor(type, component);
            this.shape = Shape.of(component.getGenericType());
            this.optional = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
            this.position = position;
        }
    }
}
