package org.equipoise.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.equipoise.exchange.draft.Import;
import org.equipoise.exchange.usdm.UsdmWriter;
import org.equipoise.protocol.design.Encounter;
import org.equipoise.protocol.reading.Study;
import org.equipoise.protocol.reading.StudyReader;
import org.equipoise.protocol.source.StudyFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A study as USDM 4.0, against the model's own interface description and against what is read back.
class UsdmTest {

    @ParameterizedTest
    @ValueSource(strings = {"il2-lupus", "pressure-dose"})
    void a_study_written_as_usdm_is_valid(String name) {
        assertThat(validate(usdm(study(name)))).isEmpty();
    }

    @Test
    void what_is_not_valid_is_seen() {
        ObjectNode broken = (ObjectNode) usdm(study("pressure-dose"));
        ((ObjectNode) broken.at("/study/versions/0/studyDesigns/0/arms/0")).remove("dataOriginType");
        assertThat(validate(broken)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"il2-lupus", "pressure-dose"})
    void every_identifier_is_there_once_and_every_reference_leads_to_one(String name) {
        List<String> ids = new ArrayList<>();
        List<String> references = new ArrayList<>();
        walk(usdm(study(name)), ids, references);
        assertThat(ids).doesNotHaveDuplicates();
        assertThat(ids).containsAll(references);
    }

    @ParameterizedTest
    @ValueSource(strings = {"il2-lupus", "pressure-dose"})
    void what_is_written_is_read_back(String name) {
        Study study = study(name);
        byte[] written = UsdmWriter.json(study, "test").getBytes(StandardCharsets.UTF_8);
        Import.Drafted drafted = (Import.Drafted) Import.of("it.json", written);
        String schedule = text(drafted.draft().files(), "schedule.yaml");
        for (Encounter visit : study.design().encounters().stream()
                .filter(visit -> !visit.isEarlyTermination())
                .toList()) {
            assertThat(schedule)
                    .containsPattern("label:\\s+en: '?" + visit.label().english() + "'?\\s+day: " + visit.day()
                            + "\\s+window:\\s+before: " + visit.before() + "\\s+after: " + visit.after() + "\\s");
        }
        String eligibility = text(drafted.draft().files(), "eligibility.yaml");
        assertThat(eligibility.split("kind: (in|ex)clusion"))
                .hasSize(study.criteria().size() + 1);
        study.design()
                .arms()
                .forEach(arm -> assertThat(text(drafted.draft().files(), "protocol.yaml"))
                        .contains(arm.label().english(), "type: " + arm.type()));
    }

    private static JsonNode usdm(Study study) {
        return JsonMapper.shared().readTree(UsdmWriter.json(study, "test"));
    }

    private static List<Error> validate(JsonNode usdm) {
        ObjectNode api = (ObjectNode) JsonMapper.shared().readTree(Fixtures.bytes(Fixtures.path("usdm/USDM_API.json")));
        ObjectNode schema = JsonMapper.shared().createObjectNode();
        schema.put("$ref", "#/components/schemas/Wrapper-Input");
        schema.set("components", api.path("components"));
        Schema wrapper = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schema);
        return wrapper.validate(usdm);
    }

    private static void walk(JsonNode node, List<String> ids, List<String> references) {
        node.forEachEntry((key, value) -> {
            if (key.equals("id")) {
                ids.add(value.asString());
            } else if (key.endsWith("Id") && value.isString()) {
                references.add(value.asString());
            } else if (key.endsWith("Ids")) {
                value.forEach(each -> references.add(each.asString()));
            }
            walk(value, ids, references);
        });
        if (node.isArray()) {
            node.forEach(each -> walk(each, ids, references));
        }
    }

    private static Study study(String name) {
        Path folder = Fixtures.ROOT.resolve("trials").resolve(name);
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path :
                    paths.filter(file -> file.toString().endsWith(".yaml")).toList()) {
                files.put(folder.relativize(path).toString(), Files.readAllBytes(path));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return StudyReader.read(new StudyFolder(name, files)).study().orElseThrow();
    }

    private static String text(Map<String, byte[]> files, String file) {
        return new String(files.getOrDefault(file, new byte[0]), StandardCharsets.UTF_8);
    }
}
