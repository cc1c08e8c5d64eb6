package org.equipoise.app.house;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/// The rooms in the order of the stream, read from the poms.
final class Rooms {
    private static final String PREFIX = "equipoise-";

    private Rooms() {}

    static List<Room> read() {
        return texts(pom(Repository.ROOT), "module").stream()
                .map(name -> room(name, pom(Repository.ROOT.resolve(name))))
                .toList();
    }

    private static Room room(String name, Element pom) {
        List<String> uses = new ArrayList<>();
        for (Element dependency : elements(pom, "dependency")) {
            String artifact = texts(dependency, "artifactId").getFirst();
            if (artifact.startsWith(PREFIX) && !texts(dependency, "scope").contains("test")) {
                uses.add(artifact.substring(PREFIX.length()));
            }
        }
        return new Room(name, texts(pom, "description").getFirst(), List.copyOf(uses));
    }

    private static Element pom(Path folder) {
        try {
            return DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .parse(folder.resolve("pom.xml").toFile())
                    .getDocumentElement();
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new IllegalStateException(folder + " has no readable pom.xml", e);
        }
    }

    private static List<String> texts(Element within, String name) {
        return elements(within, name).stream()
                .map(element -> element.getTextContent().strip())
                .toList();
    }

    private static List<Element> elements(Element within, String name) {
        NodeList found = within.getElementsByTagName(name);
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> (Element) found.item(i))
                .toList();
    }
}
