package org.equipoise.verifier;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The command line: a verb (none for an archive), one file, and flags that name files.
record Arguments(String verb, String file, Map<String, String> flags) {
    private static final Map<String, List<String>> FLAGS = Map.of(
            "", List.of("--key", "--witness"),
            "receipt", List.of("--key"),
            "growth", List.of("--key", "--since"),
            "witness", List.of("--key"));

    static final class Wrong extends Exception {
        private static final long serialVersionUID = 1;

        Wrong(String sentence) {
            super(sentence, null, false, false);
        }
    }

    static Arguments of(String... arguments) throws Wrong {
        boolean verb = arguments.length > 1 && FLAGS.containsKey(arguments[0]);
        String what = verb ? arguments[0] : "";
        String file = "";
        Map<String, String> flags = new TreeMap<>();
        for (int i = verb ? 1 : 0; i < arguments.length; i++) {
            String argument = arguments[i];
            if (argument.startsWith("-")) {
                if (!FLAGS.get(what).contains(argument)) {
                    throw new Wrong("There is no flag " + argument + ".");
                }
                if (i + 1 == arguments.length || flags.put(argument, arguments[++i]) != null) {
                    throw new Wrong(argument + " needs one file, once.");
                }
            } else if (file.isEmpty()) {
                file = argument;
            } else {
                throw new Wrong("One file at a time: " + argument + " is one too many.");
            }
        }
        if (file.isEmpty()) {
            throw new Wrong(verb ? "No file is named." : "No archive is named.");
        }
        if (verb && !flags.keySet().containsAll(FLAGS.get(what))) {
            throw new Wrong(what + " needs " + String.join(" FILE and ", FLAGS.get(what)) + " FILE.");
        }
        return new Arguments(what, file, flags);
    }
}
