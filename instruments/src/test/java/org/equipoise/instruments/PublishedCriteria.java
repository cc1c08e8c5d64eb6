package org.equipoise.instruments;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The machine-readable criteria that pharmaverse's admiral ships, as far as laboratory grades use its language:
/// clauses
/// `condition ~ "grade"` that R tries one after another, with `AVAL` the value, `ANRLO` and `ANRHI` the limits of
/// normal, `BASE` the baseline. Nothing is rounded.
final class PublishedCriteria {
    private static final Pattern TOKEN = Pattern.compile("\\s*(%in%|[A-Za-z_.]+|\\d+(?:\\.\\d+)?|<=|>=|[*<>!&|(),])");
    private static final Pattern NUMBER = Pattern.compile("\\d+(?:\\.\\d+)?");

    private final List<String[]> clauses = new ArrayList<>();

    PublishedCriteria(Map<String, String> term) {
        Stream.of("NA", "4", "3", "2", "1")
                .map(grade -> term.get("GRADE_" + grade + "_CODE"))
                .filter(code -> code != null)
                .flatMap(code -> Stream.of(code.split("(?<=NA_character_|\")\\s*,\\s*")))
                .forEach(clause -> clauses.add(clause.split("~")));
    }

    /// The numbers its conditions name, which are where a grade can change.
    List<BigDecimal> numbers() {
        return clauses.stream()
                .flatMap(clause -> NUMBER.matcher(clause[0]).results())
                .map(number -> new BigDecimal(number.group()))
                .distinct()
                .toList();
    }

    /// Empty where the criteria give no grade.
    Optional<Integer> grade(Map<String, BigDecimal> values) {
        for (String[] clause : clauses) {
            if (new Reading(clause[0], values).either()) {
                String grade = clause[1].strip();
                return grade.startsWith("\"") ? Optional.of(Integer.valueOf(grade.substring(1, 2))) : Optional.empty();
            }
        }
        return Optional.of(0);
    }

    /// One condition, read from left to right.
    private static final class Reading {
        private final List<String> tokens = new ArrayList<>();
        private final Map<String, BigDecimal> values;
        private int at;

        Reading(String text, Map<String, BigDecimal> values) {
            this.values = values;
            Matcher token = TOKEN.matcher(text.strip());
            int end = 0;
            while (token.find() && token.start() == end) {
                tokens.add(token.group(1));
                end = token.end();
            }
            if (end != text.strip().length()) {
                throw new IllegalArgumentException("not understood: " + text.substring(end));
            }
            tokens.add("");
        }

        boolean either() {
            boolean found = both();
            while (taken("|")) {
                found |= both();
            }
            return found;
        }

        private boolean both() {
            boolean found = one();
            while (taken("&")) {
                found &= one();
            }
            return found;
        }

        private boolean one() {
            if (taken("!")) {
                return !one();
            }
            if (taken("(")) {
                boolean inner = either();
                need(")");
                return inner;
            }
            if (taken("is.na")) {
                need("(");
                boolean missing = !values.containsKey(next());
                need(")");
                return missing;
            }
            if (taken("BNRIND")) {
                need("%in%");
                need("high_indicator");
                return compared(values.get("BASE"), values.get("ANRHI")) > 0;
            }
            BigDecimal left = rounded();
            String relation = next();
            int order = compared(left, rounded());
            return switch (relation) {
                case "<" -> order == LESS;
                case "<=" -> order == LESS || order == 0;
                case ">" -> order == GREATER;
                case ">=" -> order == GREATER || order == 0;
                default -> throw new IllegalArgumentException("not a relation: " + relation);
            };
        }

        private static final int LESS = -1;
        private static final int GREATER = 1;
        private static final int NOT_COMPARED = -2;

        private static int compared(BigDecimal left, BigDecimal right) {
            return left == null || right == null ? NOT_COMPARED : Integer.signum(left.compareTo(right));
        }

        private BigDecimal rounded() {
            if (!taken("signif")) {
                return term();
            }
            need("(");
            BigDecimal number = term();
            need(",");
            next();
            need(")");
            return number;
        }

        private BigDecimal term() {
            BigDecimal first = number();
            if (taken("*")) {
                BigDecimal other = number();
                return first == null || other == null ? null : first.multiply(other);
            }
            return first;
        }

        private BigDecimal number() {
            String word = next();
            return Character.isDigit(word.charAt(0)) ? new BigDecimal(word) : values.get(word);
        }

        private boolean taken(String token) {
            boolean found = tokens.get(at).equals(token);
            at += found ? 1 : 0;
            return found;
        }

        private String next() {
            return tokens.get(at++);
        }

        private void need(String token) {
            if (!taken(token)) {
                throw new IllegalArgumentException("expected " + token + ", not " + tokens.get(at));
            }
        }
    }
}
