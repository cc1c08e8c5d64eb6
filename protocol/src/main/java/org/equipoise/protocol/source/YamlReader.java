package org.equipoise.protocol.source;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.equipoise.protocol.finding.Findings;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.StreamEndEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Tag;

/// Reads YAML 1.2 into nodes that know their lines. No anchors, no tags, no key twice: a study is read by people. It
/// follows the parser's events, because a tree made by the library would be as deep as the file says.
public final class YamlReader {
    private static final int DEEPEST = 40;
    private static final int LONGEST = 20_000;
    private static final int LONGEST_NUMBER = 15;
    private static final LoadSettings SETTINGS =
            LoadSettings.builder().setUseMarks(true).build();
    private static final Map<Tag, Node.Scalar.Kind> KINDS = Map.of(
            Tag.STR, Node.Scalar.Kind.TEXT,
            Tag.INT, Node.Scalar.Kind.INTEGER,
            Tag.FLOAT, Node.Scalar.Kind.DECIMAL,
            Tag.BOOL, Node.Scalar.Kind.TRUTH,
            Tag.NULL, Node.Scalar.Kind.NOTHING);

    private final String file;
    private final Iterator<Event> events;

    private YamlReader(String file, String text) {
        this.file = file;
        this.events = new Parse(SETTINGS).parseString(text).iterator();
    }

    /// The file's tree, or nothing and a finding that says why.
    public static Optional<Node> read(String file, byte[] bytes, Findings findings) {
        try {
            return Optional.of(new YamlReader(file, PlainText.of(file, bytes)).document());
        } catch (Refused refused) {
            unreadable(refused.place(), refused.what(), refused.fix(), findings);
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(Mark::getLine).orElse(-1) + 1;
            String problem = Optional.ofNullable(e.getProblem()).orElse("it cannot be read");
            unreadable(
                    new Place(file, Math.min(line, PlainText.lines(bytes))),
                    "this is not YAML: " + Excerpt.of(problem),
                    "Look at this line and the one before it",
                    findings);
        } catch (YamlEngineException e) {
            String problem = Optional.ofNullable(e.getMessage()).orElse("it cannot be read");
            unreadable(
                    new Place(file, 0), "this is not YAML: " + Excerpt.of(problem), "Write it as plain YAML", findings);
        }
        return Optional.empty();
    }

    private static void unreadable(Place place, String what, String fix, Findings findings) {
        findings.error("unreadable-file", place, what, "a study that cannot be read cannot be run", fix);
    }

    private Node document() {
        events.next();
        if (events.next() instanceof StreamEndEvent) {
            throw new Refused(new Place(file, 0), "the file is empty", "Write the study's content, or remove the file");
        }
        Node root = node(events.next(), Optional.empty(), 0);
        events.next();
        Event after = events.next();
        if (!(after instanceof StreamEndEvent)) {
            throw new Refused(
                    place(after), "a second document begins here", "Keep one document in a file, without '---'");
        }
        return root;
    }

    /// What an event begins. A collection under a key stands where its key stands.
    private Node node(Event event, Optional<Place> key, int depth) {
        Place place = place(event);
        if (depth > DEEPEST) {
            throw new Refused(place, "the nesting is deeper than " + DEEPEST + " levels", "Flatten it");
        }
        if (event instanceof NodeEvent node && node.getAnchor().isPresent()) {
            throw new Refused(place, "anchors and aliases are not used in a study", "Write the content out in full");
        }
        if (event instanceof CollectionStartEvent collection) {
            refuseTag(place, collection.getTag());
            return event instanceof MappingStartEvent
                    ? mapping(key.orElse(place), depth)
                    : sequence(key.orElse(place), depth);
        }
        return scalar(place, (ScalarEvent) event);
    }

    private Node sequence(Place place, int depth) {
        List<Node> nodes = new ArrayList<>();
        for (Event event = events.next(); !(event instanceof CollectionEndEvent); event = events.next()) {
            nodes.add(node(event, Optional.empty(), depth + 1));
        }
        return new Node.Sequence(place, List.copyOf(nodes));
    }

    private Node mapping(Place place, int depth) {
        SequencedMap<String, Node> members = new LinkedHashMap<>();
        for (Event event = events.next(); !(event instanceof CollectionEndEvent); event = events.next()) {
            Place keyPlace = place(event);
            if (!(event instanceof ScalarEvent)) {
                throw new Refused(keyPlace, "a key must be a single word", "Write it as 'key: value'");
            }
            String key = node(event, Optional.empty(), depth).text();
            if (members.put(key, node(events.next(), Optional.of(keyPlace), depth + 1)) != null) {
                throw new Refused(keyPlace, "the key '" + Excerpt.of(key) + "' stands twice", "Remove one of the two");
            }
        }
        return new Node.Mapping(place, members);
    }

    private Node scalar(Place place, ScalarEvent event) {
        refuseTag(place, event.getTag());
        String value = event.getValue();
        if (value.length() > LONGEST) {
            throw new Refused(place, "a text is longer than " + LONGEST + " characters", "Shorten it");
        }
        PlainText.fault(value).ifPresent(fault -> {
            throw new Refused(place, fault, "Remove it");
        });
        Node.Scalar.Kind kind = event.isPlain() ? kind(place, value) : Node.Scalar.Kind.TEXT;
        boolean block = event.isLiteral() || event.isFolded();
        return new Node.Scalar(block ? new Place(file, place.line() + 1) : place, kind, value);
    }

    private static Node.Scalar.Kind kind(Place place, String value) {
        Tag tag = SETTINGS.getSchema().getScalarResolver().resolve(value, true);
        Node.Scalar.Kind kind = KINDS.getOrDefault(tag, Node.Scalar.Kind.TEXT);
        boolean number = kind == Node.Scalar.Kind.INTEGER || kind == Node.Scalar.Kind.DECIMAL;
        if (number && (value.length() > LONGEST_NUMBER || !value.matches("[-0-9.]*[0-9][-0-9.]*"))) {
            throw new Refused(
                    place,
                    "the number " + Excerpt.of(value) + " is not written as people write numbers",
                    "Write digits, at most " + LONGEST_NUMBER + "; if it is a text, put it in quotes");
        }
        return kind;
    }

    private static void refuseTag(Place place, Optional<String> tag) {
        tag.ifPresent(_ -> {
            throw new Refused(place, "tags are not used in a study", "Remove the word that begins with '!'");
        });
    }

    private Place place(Event event) {
        return new Place(file, event.getStartMark().map(Mark::getLine).orElse(-1) + 1);
    }
}
