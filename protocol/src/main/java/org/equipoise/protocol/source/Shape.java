package org.equipoise.protocol.source;

import java.util.Locale;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/// What is wrong with the shape of a node, and what to write instead, in plain words: the library's own sentences speak
/// of JSON, and in the language of the machine.
///
/// @param keyword the keyword of JSON Schema that was broken
/// @param rule the part of the schema it stands in
record Shape(String keyword, JsonNode rule, Node node) {

    String what() {
        return switch (keyword) {
            case "type" -> shown(node) + " stands here instead of " + kind();
            case "pattern" -> shown(node) + " does not have the form that is asked for here";
            case "minimum" -> shown(node) + " is less than " + number("minimum");
            case "maximum" -> shown(node) + " is more than " + number("maximum");
            case "minItems" -> "the list has " + size() + " and needs at least " + number("minItems");
            case "maxItems" -> "the list has " + size() + " and may have at most " + number("maxItems");
            case "uniqueItems" -> "the same stands twice in this list";
            case "minLength" -> "the text is empty";
            case "maxLength" -> "the text is longer than " + number("maxLength") + " characters";
            default -> shown(node) + " cannot stand here";
        };
    }

    String fix() {
        return switch (keyword) {
            case "type" ->
                node instanceof Node.Scalar scalar && kind().equals("a text") ? quoted(scalar) : "Write " + kind();
            case "minimum", "maximum" -> "Write a number from " + number("minimum") + " to " + number("maximum");
            case "minItems" -> "Add what is missing";
            case "maxItems" -> "Remove what is too many";
            case "uniqueItems" -> "Remove one of the two";
            case "minLength" -> "Write the text";
            case "maxLength" -> "Shorten it";
            default -> "Write " + description();
        };
    }

    private static String quoted(Node.Scalar scalar) {
        return scalar.kind() == Node.Scalar.Kind.NOTHING
                ? "Write the text"
                : "Put it in quotes: '" + scalar.value() + "'";
    }

    /// What may stand here: one kind, or a list of kinds.
    private String kind() {
        JsonNode type = rule.path("type");
        return type.isArray() ? type.valueStream().map(Shape::kind).collect(Collectors.joining(" or ")) : kind(type);
    }

    private static String kind(JsonNode type) {
        return switch (type.asString("")) {
            case "string" -> "a text";
            case "integer" -> "a whole number";
            case "number" -> "a number";
            case "boolean" -> "true or false";
            case "array" -> "a list";
            case "null" -> "nothing";
            default -> "keys with their values";
        };
    }

    private String number(String key) {
        return rule.path(key).asString();
    }

    private String size() {
        int size = node.elements().size();
        return size == 1 ? "1 element" : size + " elements";
    }

    /// The schema's own description, as the rest of a sentence.
    private String description() {
        String text = rule.path("description").asString();
        return text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1, text.length() - 1);
    }

    /// The node as a finding quotes it.
    static String shown(Node node) {
        return switch (node) {
            case Node.Mapping _ -> "a mapping";
            case Node.Sequence _ -> "a list";
            case Node.Scalar(var _, var kind, var value) ->
                switch (kind) {
                    case NOTHING -> "nothing";
                    case TEXT -> "'" + Excerpt.of(value) + "'";
                    case INTEGER, DECIMAL, TRUTH -> value;
                };
        };
    }
}
