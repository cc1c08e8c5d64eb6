package org.equipoise.instruments;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
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

/// Reads `instrument.yaml`. Strict: a property that is unknown, empty or written twice is refused, and so is one
/// that is missing, unless its type is optional.
final class InstrumentReader {
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(
                    DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
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
    ///
    /// @param files the text of the file that stands at a place (`<id>/<version>`)
    static Instrument read(String place, Function<String, String> files) {
        try {
            return YAML.treeToValue(tree(place, files), Instrument.class);
        } catch (JacksonException | IllegalArgumentException e) {
            throw new IllegalStateException("instrument " + place + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static JsonNode tree(String place, Function<String, String> files) {
        return Variant.whole(YAML.readTree(files.apply(place)), other -> tree(other, files));
    }

    private static SimpleModule kinds() {
        return new SimpleModule()
                .addDeserializer(
                        Scoring.class,
                        new OfKind<>(Map.of(
                                "weighted-sum", WeightedSum.class,
                                "rating", Rating.class,
                                "product", Product.class,
                                "graded-thresholds", GradedThresholds.class,
                                "licensed-grade", LicensedGrade.class,
                                "composite-response", CompositeResponse.class)))
                .addDeserializer(
                        Factor.class,
                        new OfKind<>(Map.of(
                                "constant", Factor.Constant.class,
                                "power", Factor.Power.class,
                                "exponential", Factor.Exponential.class,
                                "chosen", Factor.Chosen.class)))
                .addDeserializer(
                        Input.class, new OfKind<>(Map.of("number", Input.Number.class, "code", Input.Code.class)))
                .addDeserializer(
                        Component.class,
                        new OfKind<>(Map.of(
                                "falls-by-at-least", Component.FallsByAtLeast.class,
                                "rises-by-less-than", Component.RisesByLessThan.class,
                                "no-new-grade", Component.NoNewGrade.class,
                                "is", Component.Is.class)))
                .addDeserializer(Rule.class, new OfRule())
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

    /// The condition is read when the instrument is, never when something is scored.
    private static final class OfRule extends ValueDeserializer<Rule> {
        private record Written(List<Input.Number> reads, String when) {}

        @Override
        public Rule deserialize(JsonParser parser, DeserializationContext context) {
            Written written = context.readValue(parser, Written.class);
            try {
                return Rule.read(written.reads(), written.when());
            } catch (IllegalArgumentException e) {
                return context.reportInputMismatch(this, "%s", e.getMessage());
            }
        }
    }

    private static final class OfCode extends ValueDeserializer<Unit> {
        @Override
        public Unit deserialize(JsonParser parser, DeserializationContext context) {
            return new Unit(parser.getString());
        }
    }
}
