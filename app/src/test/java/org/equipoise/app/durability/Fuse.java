package org.equipoise.app.durability;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.equipoise.store.postgres.Connector;

/// Connections that break at one point of what they are asked: before a statement or a commit is sent, or after it was
/// and before its answer came. Points count from 1, from the moment the fuse is set.
final class Fuse implements Connector {
    private static final int NEVER = 0;

    private final Connector real;
    private int passed;
    private int burnsAt = NEVER;
    private boolean burnt;

    Fuse(Connector real) {
        this.real = real;
    }

    void set(int point) {
        passed = 0;
        burnsAt = point;
        burnt = false;
    }

    void remove() {
        set(NEVER);
    }

    boolean isBurnt() {
        return burnt;
    }

    @Override
    public Connection connect() throws SQLException {
        Connection connection = real.connect();
        InvocationHandler breaking = (_, method, arguments) -> {
            if (method.getName().equals("commit")) {
                return broken(connection, () -> method.invoke(connection, arguments));
            }
            Object answer = answer(() -> method.invoke(connection, arguments));
            return answer instanceof PreparedStatement statement ? breaking(connection, statement) : answer;
        };
        return (Connection)
                Proxy.newProxyInstance(Fuse.class.getClassLoader(), new Class<?>[] {Connection.class}, breaking);
    }

    private PreparedStatement breaking(Connection connection, PreparedStatement statement) {
        InvocationHandler breaking = (_, method, arguments) -> method.getName().startsWith("execute")
                ? broken(connection, () -> method.invoke(statement, arguments))
                : answer(() -> method.invoke(statement, arguments));
        return (PreparedStatement)
                Proxy.newProxyInstance(Fuse.class.getClassLoader(), new Class<?>[] {PreparedStatement.class}, breaking);
    }

    private interface Call {
        Object run() throws ReflectiveOperationException;
    }

    private Object broken(Connection connection, Call call) throws Throwable {
        pass(connection);
        Object answer = answer(call);
        pass(connection);
        return answer;
    }

    private void pass(Connection connection) throws SQLException {
        if (++passed == burnsAt) {
            burnt = true;
            connection.abort(Runnable::run);
            throw new SQLException("the connection broke", "08006");
        }
    }

    private static Object answer(Call call) throws Throwable {
        try {
            return call.run();
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
