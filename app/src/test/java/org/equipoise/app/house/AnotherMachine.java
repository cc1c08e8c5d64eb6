package org.equipoise.app.house;

import java.util.Set;
import org.equipoise.app.Main;

/// The program as it starts elsewhere: `Set.of` and `Map.of` have another order in every virtual machine. Says first
/// which order this one has, then does what the arguments ask.
public final class AnotherMachine {
    private AnotherMachine() {}

    public static void main(String[] arguments) {
        System.out.println("order " + Set.of("a", "b", "c", "d", "e"));
        Main.main(arguments);
    }
}
