package org.equipoise.journal.canonical;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// A record's accessors and constructor, bound once: writing an event looks nothing up.
final class Access {
    private static final MethodType ACCESSOR = MethodType.methodType(Object.class, Object.class);
    private static final MethodType CONSTRUCTOR = MethodType.methodType(Object.class, Object[].class);

    private Access() {}

    static MethodHandle accessor(Class<?> type, RecordComponent component) {
        try {
            Method accessor = component.getAccessor();
            accessor.setAccessible(true);
            return MethodHandles.lookup().unreflect(accessor).asType(ACCESSOR);
        } catch (IllegalAccessException e) {
            throw new IllegalArgumentException(type + " is not open to the journal", e);
        }
    }

    static MethodHandle constructor(Class<?> type) {
        Class<?>[] components = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(components);
            constructor.setAccessible(true);
            return MethodHandles.lookup()
                    .unreflectConstructor(constructor)
                    .asSpreader(Object[].class, components.length)
                    .asType(CONSTRUCTOR);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(type + " is not open to the journal", e);
        }
    }

    static @Nullable Object get(MethodHandle accessor, Object owner) {
        try {
            return (@Nullable Object) accessor.invokeExact(owner);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    static Object required(MethodHandle accessor, Object owner) {
        Object value = get(accessor, owner);
        if (value == null) {
            throw new IllegalArgumentException(
                    "nothing where " + owner.getClass().getSimpleName() + " needs a value");
        }
        return value;
    }

    static Object construct(MethodHandle constructor, @Nullable Object... values) {
        try {
            return (Object) constructor.invokeExact(values);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
