package org.equipoise.exchange.usdm;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Objects of the model: each has a type and an identifier that no other has.
final class Instances {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String CODE_SYSTEM = "http://www.cdisc.org";
    private static final String CODE_SYSTEM_VERSION = "2024-09-27";

    private final Map<String, Integer> counts = new HashMap<>();

    ObjectNode of(String type) {
        ObjectNode object = JSON.objectNode();
        object.put("id", type + "_" + counts.merge(type, 1, Integer::sum));
        object.put("instanceType", type);
        return object;
    }

    ObjectNode named(String type, String name, String label) {
        ObjectNode object = of(type);
        object.put("name", name.isEmpty() ? object.path("id").asString() : name);
        object.put("label", label);
        return object;
    }

    ObjectNode code(Terms term) {
        ObjectNode code = of("Code");
        code.put("code", term.code());
        code.put("codeSystem", CODE_SYSTEM);
        code.put("codeSystemVersion", CODE_SYSTEM_VERSION);
        code.put("decode", term.decode());
        return code;
    }

    ObjectNode alias(Terms term) {
        ObjectNode alias = of("AliasCode");
        alias.set("standardCode", code(term));
        return alias;
    }

    /// What the model has no place for.
    void extend(ObjectNode object, String name, String value) {
        ObjectNode extension = of("ExtensionAttribute");
        extension.put("url", "urn:equipoise:usdm:" + name);
        extension.put("valueString", value);
        object.withArray("extensionAttributes").add(extension);
    }

    static String id(ObjectNode object) {
        return object.path("id").asString();
    }

    static ArrayNode ids(List<ObjectNode> objects) {
        ArrayNode ids = JSON.arrayNode();
        objects.forEach(object -> ids.add(id(object)));
        return ids;
    }

    static ArrayNode array(List<ObjectNode> objects) {
        return JSON.arrayNode().addAll(objects);
    }

    /// Links objects to the one before and the one after.
    static void link(List<ObjectNode> objects) {
        for (int i = 1; i < objects.size(); i++) {
            objects.get(i).put("previousId", id(objects.get(i - 1)));
            objects.get(i - 1).put("nextId", id(objects.get(i)));
        }
    }
}
