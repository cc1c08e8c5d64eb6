package org.equipoise.protocol.source;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.NodePath;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.equipoise.language.expression.NearestWord;
import org.equipoise.protocol.finding.Findings;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The JSON Schema (draft-07) of one kind of file, and what it says about a file in a coordinator's words.
public final class Schema {
    /// The key of a part that is not decided yet: what else the part must have is not asked for.
    public static final String UNDECIDED = "undecided";

    private static final String WHY = "the file must have the shape that its schema publishes";
    private static final int MOST = 100;
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final JsonNode text;
    private final com.networknt.schema.Schema schema;

    private Schema(String json) {
        this.text = JsonMapper.shared().readTree(json);
        this.schema =
                SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7).getSchema(json, InputFormat.JSON);
    }

    public static Schema of(String json) {
        return new Schema(json);
    }

    /// True when the tree has the schema's shape; what is wrong with it goes to the findings.
    public boolean passes(Node tree, Findings findings) {
        List<Error> errors = schema.validate(json(tree)).stream()
                .filter(error -> !isUndecided(error, at(tree, error.getInstanceLocation())))
                .toList();
        errors.stream().limit(MOST).forEach(error -> report(error, at(tree, error.getInstanceLocation()), findings));
        return errors.isEmpty();
    }

    /// Whether something is only missing because nobody has decided it: keys beside a question, elements in a list that
    /// holds one.
    private static boolean isUndecided(Error error, Node node) {
        return node instanceof Node.Sequence list
                ? error.getKeyword().equals("minItems")
                        && list.nodes().stream()
                                .anyMatch(each -> each.find(UNDECIDED).isPresent())
                : node.find(UNDECIDED).isPresent() && !error.getKeyword().equals("additionalProperties");
    }

    private void report(Error error, Node node, Findings findings) {
        switch (error.getKeyword()) {
            case "additionalProperties" -> {
                String key = error.getProperty();
                findings.error(
                        "unknown-key",
                        node.find(key).map(Node::place).orElse(node.place()),
                        "'" + Excerpt.of(key) + "' is not a key that can stand here",
                        WHY,
                        NearestWord.to(key, known(error))
                                .map(nearest -> "Did you mean '" + nearest + "'?")
                                .orElse("Use one of: " + String.join(", ", known(error))));
            }
            case "required" ->
                findings.error(
                        "missing-key",
                        node.place(),
                        "the key '" + error.getProperty() + "' is missing here",
                        WHY,
                        "Add '" + error.getProperty() + ": …'");
            case "enum" ->
                findings.error(
                        "wrong-value",
                        node.place(),
                        Shape.shown(node) + " cannot stand here",
                        WHY,
                        "Use one of: " + codes(error.getSchemaNode()));
            default -> {
                Shape shape = new Shape(error.getKeyword(), rule(error), node);
                findings.error("wrong-shape", node.place(), shape.what(), WHY, shape.fix());
            }
        }
    }

    /// The part of the schema that a file broke.
    private JsonNode rule(Error error) {
        String path = error.getSchemaLocation().getFragment().toString();
        return text.at(path.substring(0, path.lastIndexOf('/')));
    }

    /// The keys that the schema knows where it met an unknown one.
    private Collection<String> known(Error error) {
        return new TreeSet<>(rule(error).path("properties").propertyNames());
    }

    private static String codes(JsonNode codes) {
        return codes.valueStream().map(JsonNode::asString).collect(Collectors.joining(", "));
    }

    private static Node at(Node tree, NodePath path) {
        Node node = tree;
        for (int i = 0; i < path.getNameCount(); i++) {
            Object step = path.getElement(i);
            node = step instanceof Integer index ? node.elements().get(index) : node.get(step.toString());
        }
        return node;
    }

    private static JsonNode json(Node node) {
        return switch (node) {
            case Node.Mapping(var _, var members) -> {
                ObjectNode object = JSON.objectNode();
                members.forEach((key, value) -> {
                    if (!key.equals(UNDECIDED)) {
                        object.set(key, json(value));
                    }
                });
                yield object;
            }
            case Node.Sequence(var _, var nodes) -> {
                var array = JSON.arrayNode();
                nodes.forEach(element -> array.add(json(element)));
                yield array;
            }
            case Node.Scalar(var _, var kind, var value) ->
                switch (kind) {
                    case TEXT -> JSON.stringNode(value);
                    case INTEGER -> JSON.numberNode(Long.parseLong(value));
                    case TRUTH -> JSON.booleanNode(Boolean.parseBoolean(value));
                    // No schema takes these: a decimal stands in quotes, and JSON Schema would take 2.0 for an integer.
                    case DECIMAL, NOTHING -> JSON.nullNode();
                };
        };
    }
}
