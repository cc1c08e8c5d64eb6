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

/// Somebody who tries everything: commands of every kind, by every role, about everybody, right and wrong, so that
/// every sentence the trial has is said. What is tried depends on nothing that is secret.
final class Pestering {
    private static final LocalDate START = LocalDate.of(2026, 1, 1);
    private static final int DAYS = 700;
    private static final int ODDITIES = 5;
    private static final int RARELY = 40;

    /// What would soon end the trial for everybody is seldom tried by those who may.
    private static final Set<Class<?>> ENDING = Set.of(
            Command.WithdrawConsent.class, Command.DiscontinueParticipant.class, Command.CompleteParticipant.class);

    private final Study study;
    private final int between;
    private final int atEitherEnd;
    private final Random random;

    /// @param between how many attempts after each command of the trial: some succeed, and make another trial of it
    /// @param atEitherEnd how many before the first, before the last and after the last command
    Pestering(Study study, long seed, int between, int atEitherEnd) {
        this.study = study;
        this.between = between;
        this.atEitherEnd = atEitherEnd;
        this.random = new Random(seed);
    }

    static Pestering none(Study study) {
        return new Pestering(study, 0, 0, 0);
    }

    /// An attempt: a command, and the last event that whoever gives it has seen.
    record Attempt(Role role, Command command, long seen) {}

    /// What is tried after a command of the trial.
    List<Attempt> between(TrialState state, RecordedCommands.Given last) {
        return attempts(state, last, between);
    }

    /// What is tried when the trial begins or ends.
    List<Attempt> atEitherEnd(TrialState state, RecordedCommands.Given near) {
        return attempts(state, near, atEitherEnd);
    }

    private List<Attempt> attempts(TrialState state, RecordedCommands.Given last, int many) {
        List<Attempt> next = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            RecordedCommands.Given tried = random.nextBoolean() ? another(state) : varied(last, state);
            boolean ends = ENDING.contains(tried.command().getClass())
                    && Role.of(tried.command()).contains(tried.role());
            if (!ends || random.nextInt(RARELY) == 0) {
                long seen = random.nextBoolean() ? Long.MAX_VALUE : random.nextInt(1 + (int) state.seq());
                next.add(new Attempt(tried.role(), tried.command(), seen));
            }
        }
        return next;
    }

    private RecordedCommands.Given another(TrialState state) {
        Command command = command(any(List.of(Command.class.getPermittedSubclasses())), state);
        return new RecordedCommands.Given(role(command), command);
    }

    private Role role(Command command) {
        return any(random.nextInt(ODDITIES) == 0 ? List.of(Role.values()) : List.copyOf(Role.of(command)));
    }

    /// What was just asked, once more, or with something else in one place.
    private RecordedCommands.Given varied(RecordedCommands.Given last, TrialState state) {
        Command command = last.command();
        RecordComponent[] components = command.getClass().getRecordComponents();
        if (random.nextBoolean() || components.length == 0) {
            return last;
        }
        int place = random.nextInt(components.length);
        Form form = any(study.forms());
        return new RecordedCommands.Given(
                last.role(),
                made(
                        command.getClass(),
                        (component, i) -> i == place
                                ? value(component.getName(), component.getGenericType(), form, state)
                                : valueOf(component, command)));
    }

    private static Object valueOf(RecordComponent component, Command command) {
        try {
            return component.getAccessor().invoke(command);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }

    private <T> T any(List<? extends T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private Command command(Class<?> type, TrialState state) {
        Form form = any(study.forms());
        return made(type, (component, _) -> value(component.getName(), component.getGenericType(), form, state));
    }

    private interface Filling {
        Object of(RecordComponent component, int place);
    }

    private static Command made(Class<?> type, Filling filling) {
        RecordComponent[] components = type.getRecordComponents();
        Object[] values = new Object[components.length];
        Class<?>[] types = new Class<?>[components.length];
        for (int i = 0; i < components.length; i++) {
            types[i] = components[i].getType();
            values[i] = filling.of(components[i], i);
        }
        try {
            return (Command) type.getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("no command " + type.getSimpleName() + " can be made here", e);
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
            return random.nextBoolean();
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
        return random.nextBoolean()
                ? String.valueOf(random.nextInt(200))
                : any(List.of("yes", "no", "0", "", "2026-02-03"));
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
