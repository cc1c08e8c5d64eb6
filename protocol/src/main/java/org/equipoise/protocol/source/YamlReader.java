package org.equipoise.protocol.source;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.equipoise.protocol.finding.Findings;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/// Reads YAML 1.2 into nodes that know their lines. No anchors, no tags, no key twice: a study is read by people.
public final class YamlReader {
    private static final int DEEPEST = 40;
    private static final Map<Tag, Node.Scalar.Kind> KINDS = Map.of(
            Tag.STR, Node.Scalar.Kind.TEXT,
            Tag.INT, Node.Scalar.Kind.INTEGER,
            Tag.FLOAT, Node.Scalar.Kind.DECIMAL,
            Tag.BOOL, Node.Scalar.Kind.TRUTH,
            Tag.NULL, Node.Scalar.Kind.NOTHING);

    private final String file;
    private final Findings findings;

    private YamlReader(String file, Findings findings) {
        this.file = file;
        this.findings = findings;
    }

    /// The file's tree, or nothing and a finding that says why.
    public static Optional<Node> read(String file, byte[] bytes, Findings findings) {
        return new YamlReader(file, findings).read(bytes);
    }

    private Optional<Node> read(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            LoadSettings settings = LoadSettings.builder()
                    .setLabel(file)
                    .setUseMarks(true)
                    .setMaxAliasesForCollections(0)
                    .build();
            var root = new Compose(settings).composeString(text);
            if (root.isEmpty()) {
                unreadable(new Place(file, 0), "the file is empty", "Write the study's content, or remove the file");
                return Optional.empty();
            }
            return Optional.of(node(root.get(), 0));
        } catch (CharacterCodingException e) {
            unreadable(new Place(file, 0), "the file is not UTF-8 text", "Save it as UTF-8");
        } catch (MarkedYamlEngineException e) {
            String problem = Optional.ofNullable(e.getProblem()).orElse("it cannot be read");
            unreadable(
                    place(e.getProblemMark()),
                    "this is not YAML: " + problem,
                    "Look at this line and the one before it");
        } catch (Refused refused) {
            unreadable(refused.place, refused.what, refused.fix);
        } catch (YamlEngineException e) {
            unreadable(new Place(file, 0), "this is not YAML: " + e.getMessage(), "Correct the file");
        }
        return Optional.empty();
    }

    private void unreadable(Place place, String what, String fix) {
        findings.error("unreadable-file", place, what, "a study that cannot be read cannot be run", fix);
    }

    private Node node(org.snakeyaml.engine.v2.nodes.Node node, int depth) {
        Place place = place(node.getStartMark());
        if (depth > DEEPEST) {
            throw new Refused(place, "the nesting is deeper than " + DEEPEST + " levels", "Flatten it");
        }
        if (node.getAnchor().isPresent()) {
            throw new Refused(place, "anchors and aliases are not used in a study", "Write the content out in full");
        }
        return switch (node) {
            case MappingNode mapping -> mapping(place, mapping, depth);
            case SequenceNode sequence -> {
                List<Node> nodes = new ArrayList<>();
                sequence.getValue().forEach(element -> nodes.add(node(element, depth + 1)));
                yield new Node.Sequence(place, List.copyOf(nodes));
            }
            case ScalarNode scalar ->
                new Node.Scalar(
                        place,
                        Optional.ofNullable(KINDS.get(scalar.getTag()))
                                .orElseThrow(
                                        () -> new Refused(place, "tags are not used in a study", "Remove the tag")),
                        scalar.getValue());
            default -> throw new Refused(place, "this cannot be part of a study", "Write it as plain YAML");
        };
    }

    private Node mapping(Place place, MappingNode mapping, int depth) {
        SequencedMap<String, Node> members = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            Place keyPlace = place(tuple.getKeyNode().getStartMark());
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                throw new Refused(keyPlace, "a key must be a single word", "Write it as 'key: value'");
            }
            if (members.put(key.getValue(), node(tuple.getValueNode(), depth + 1)) != null) {
                throw new Refused(keyPlace, "the key '" + key.getValue() + "' stands twice", "Remove one of the two");
            }
        }
        return new Node.Mapping(place, members);
    }

    private Place place(Optional<Mark> mark) {
        return new Place(file, mark.map(at -> at.getLine() + 1).orElse(0));
    }

    /// YAML that is well formed but not for a study.
    private static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final transient Place place;
        private final transient String what;
        private final transient String fix;

        Refused(Place place, String what, String fix) {
            super(what);
            this.place = place;
            this.what = what;
            this.fix = fix;
        }
    }
}
