package org.equipoise.app.blinding;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.equipoise.conduct.command.Command;
import org.equipoise.conduct.command.Role;
import org.equipoise.conduct.state.Participant;
import org.equipoise.conduct.state.TrialState;
import org.equipoise.journal.event.FormEvent;
import org.equipoise.journal.event.FormEvent.ItemChange;
import org.equipoise.language.identity.Digest;
import org.equipoise.language.identity.KitNumber;
import org.equipoise.language.identity.ParticipantId;
import org.equipoise.protocol.design.Encounter;
import org.equipoise.protocol.design.Site;
import org.equipoise.protocol.form.Form;
import org.equipoise.protocol.reading.Study;

/// Somebody who tries everything: commands of every kind, by every role, about everybody, right and wrong, so that every
/// sentence the trial has is said. What is tried depends on nothing that is secret.
final class Pestering {
    private static final LocalDate START = LocalDate.of(2026, 1, 1);
    private static final int DAYS = 700;
    private static final int ODDITIES = 5;

    /// What would end the trial for everybody is tried by those who may not, or too early.
    private static final Set<Class<?>> ENDING = Set.of(
            Command.WithdrawConsent.class, Command.DiscontinueParticipant.class, Command.CompleteParticipant.class);

    private final Study study;
    private final int each;
    private final Random random;

    /// @param each how many commands after each one of the trial
    Pestering(Study study, long seed, int each) {
        this.study = study;
        this.each = each;
        this.random = new Random(seed);
    }

    static Pestering none(Study study) {
        return new Pestering(study, 0, 0);
    }

    List<RecordedCommands.Given> next(TrialState state) {
        List<RecordedCommands.Given> next = new ArrayList<>();
        for (int i = 0; i < each; i++) {
            Command command = command(any(List.of(Command.class.getPermittedSubclasses())), state);
            Set<Role> allowed = Role.of(command);
            Role role = ENDING.contains(command.getClass()) || random.nextInt(ODDITIES) == 0
                    ? any(List.of(Role.values()))
                    : any(List.copyOf(allowed));
            if (!ENDING.contains(command.getClass()) || !allowed.contains(role)) {
                next.add(new RecordedCommands.Given(role, command));
            }
        }
        return next;
    }

    private <T> T any(List<? extends T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private Command command(Class<?> type, TrialState state) {
        RecordComponent[] components = type.getRecordComponents();
        Object[] values = new Object[components.length];
        Class<?>[] types = new Class<?>[components.length];
        Form form = any(study.forms());
        for (int i = 0; i < components.length; i++) {
            types[i] = components[i].getType();
            values[i] = value(components[i].getName(), components[i].getGenericType(), form, state);
        }
        try {
            return (Command) type.getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError("no command " + type.getSimpleName() + " can be made here", e);
        }
    }

    private Object value(String name, Type type, Form form, TrialState state) {
        if (type == String.class) {
            return text(name, form);
        } else if (type == ParticipantId.class) {
            return participant(state);
        } else if (type == LocalDate.class) {
            return START.plusDays(random.nextInt(DAYS));
        } else if (type == int.class) {
            return random.nextInt(ODDITIES);
        } else if (type == long.class) {
            return (long) random.nextInt(ODDITIES);
        } else if (type == boolean.class) {
            return false;
        } else if (type == Digest.class) {
            return random.nextBoolean() ? study.conduct().hash() : new Digest("0".repeat(64));
        } else if (type == KitNumber.class) {
            return new KitNumber(100_000 + random.nextInt(900_000) + "-" + random.nextInt(10));
        } else if (type instanceof Class<?> constants && constants.isEnum()) {
            return any(List.of(constants.getEnumConstants()));
        } else if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
            return list(name, list.getActualTypeArguments()[0], form, state);
        }
        throw new AssertionError("nobody knows here what to try for " + name + " of type " + type);
    }

    private List<Object> list(String name, Type type, Form form, TrialState state) {
        List<Object> values = new ArrayList<>();
        if (type == ItemChange.class) {
            form.items().stream()
                    .filter(_ -> random.nextInt(ODDITIES) > 0)
                    .forEach(item -> values.add(new ItemChange(item.name().item(), written(), null)));
        } else {
            values.add(value(name, type, form, state));
        }
        return values;
    }

    private String written() {
        return random.nextBoolean() ? String.valueOf(random.nextInt(200)) : any(List.of("yes", "no", "0", "", "2026-02-03"));
    }

    private Object participant(TrialState state) {
        List<ParticipantId> known =
                state.participants().stream().map(Participant::id).toList();
        return known.isEmpty() || random.nextInt(ODDITIES) == 0
                ? new ParticipantId("nobody-" + random.nextInt(10))
                : any(known);
    }

    private String text(String name, Form form) {
        if (random.nextInt(ODDITIES) == 0) {
            return "";
        }
        return switch (name) {
            case "site" -> any(study.sites().stream().map(Site::id).toList());
            case "encounter" ->
                random.nextInt(ODDITIES) == 0
                        ? FormEvent.LOG
                        : any(study.design().encounters().stream()
                                .map(Encounter::id)
                                .toList());
            case "form" -> form.id();
            default -> "because";
        };
    }
}
