package org.equipoise.instruments;

import java.util.Map;
import java.util.TreeMap;
import org.equipoise.language.value.Unit;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// Reads `instrument.yaml`. Strict: a property that is unknown, missing, empty or written twice is refused.
final class InstrumentReader {
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(
                    DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                    DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
                    DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES,
                    DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                    DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                    DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
            .addModule(kinds())
            .build();

    private InstrumentReader() {}

    /// Instruments ship with the product, so one that cannot be read is a fault of the product.
    static Instrument read(String place, String yaml) {
        try {
            return YAML.readValue(yaml, Instrument.class);
        } catch (JacksonException e) {
            throw new IllegalStateException("instrument " + place + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static SimpleModule kinds() {
        return new SimpleModule()
                .addDeserializer(
                        Scoring.class,
                        new OfKind<>(Map.of(
                                "weighted-sum", WeightedSum.class, "composite-response", CompositeResponse.class)))
                .addDeserializer(
                        Input.class, new OfKind<>(Map.of("number", Input.Number.class, "code", Input.Code.class)))
                .addDeserializer(
                        Component.class,
                        new OfKind<>(Map.of(
                                "falls-by-at-least", Component.FallsByAtLeast.class,
                                "rises-by-less-than", Component.RisesByLessThan.class,
                                "no-new-grade", Component.NoNewGrade.class,
                                "is", Component.Is.class)))
                .addDeserializer(Unit.class, new OfCode());
    }

    /// Chooses the record by the property `kind`.
    private static final class OfKind<T> extends ValueDeserializer<T> {
        private final Map<String, Class<? extends T>> kinds;

        OfKind(Map<String, Class<? extends T>> kinds) {
            this.kinds = new TreeMap<>(kinds);
        }

        @Override
        public T deserialize(JsonParser parser, DeserializationContext context) {
            if (!(context.readTree(parser) instanceof ObjectNode node)) {
                return context.reportInputMismatch(this, "expected properties, among them 'kind'");
            }
            JsonNode kind = node.remove("kind");
            Class<? extends T> type = kind == null ? null : kinds.get(kind.asString());
            return type == null
                    ? context.reportInputMismatch(this, "'kind' is %s, expected one of %s", kind, kinds.keySet())
                    : context.readTreeAsValue(node, type);
        }
    }

    private static final class OfCode extends ValueDeserializer<Unit> {
        @Override
        public Unit deserialize(JsonParser parser, DeserializationContext context) {
            return new Unit(parser.getString());
        }
    }
}
