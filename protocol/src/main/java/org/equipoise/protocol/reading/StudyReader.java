package org.equipoise.protocol.reading;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.equipoise.protocol.design.Design;
import org.equipoise.protocol.eligibility.Criterion;
import org.equipoise.protocol.finding.Finding;
import org.equipoise.protocol.finding.Findings;
import org.equipoise.protocol.form.Form;
import org.equipoise.protocol.source.Node;
import org.equipoise.protocol.source.Place;
import org.equipoise.protocol.source.Schema;
import org.equipoise.protocol.source.StudyFolder;
import org.equipoise.protocol.source.YamlReader;

/// Reads a study folder: every file against its schema, then every part against the others. A study with an error is
/// not handed out.
public final class StudyReader {
    private static final Map<String, Schema> SCHEMAS = new ConcurrentHashMap<>();
    private static final List<String> CONDUCT_FILES =
            List.of("protocol.yaml", "schedule.yaml", "eligibility.yaml", "endpoints.yaml", "analysis.yaml");

    private final StudyFolder folder;
    private final Findings findings = new Findings();

    private StudyReader(StudyFolder folder) {
        this.folder = folder;
    }

    /// What a reading gave: the study unless there is an error, and every finding.
    public record Reading(Optional<Study> study, List<Finding> findings) {}

    public static Reading read(StudyFolder folder) {
        StudyReader reader = new StudyReader(folder);
        Optional<Study> study = reader.study();
        return new Reading(study, reader.findings.inOrder());
    }

    private Optional<Study> study() {
        List<Optional<Node>> required = CONDUCT_FILES.stream()
                .map(file -> tree(file, file.substring(0, file.indexOf('.'))))
                .toList();
        List<Node> forms = forms();
        Optional<Node> rehearsal =
                folder.file("rehearsal.yaml").flatMap(bytes -> YamlReader.read("rehearsal.yaml", bytes, findings));
        if (findings.hasErrors()) {
            return Optional.empty();
        }
        return study(required.stream().map(Optional::orElseThrow).toList(), forms, rehearsal);
    }

    private Optional<Study> study(List<Node> trees, List<Node> formTrees, Optional<Node> rehearsal) {
        Node protocol = trees.get(0);
        List<Form> forms = new FormReading(findings).forms(formTrees);
        if (findings.hasErrors()) {
            // What names an item of a faulty form would look faulty too.
            return Optional.empty();
        }
        Conditions conditions = new Conditions(Study.vocabulary(forms), findings);
        DesignReading designs = new DesignReading(findings, conditions, forms);
        Design design = designs.design(protocol, trees.get(1));
        List<Criterion> criteria = new EligibilityReading(conditions).criteria(trees.get(2));
        EndpointReading answers = new EndpointReading(findings, design, forms);
        var endpoints = answers.endpoints(trees.get(3));
        var analyses = answers.analyses(trees.get(4), trees.get(3), endpoints);
        var tables = answers.tables(trees.get(4), analyses);
        if (findings.hasErrors()) {
            return Optional.empty();
        }
        return Optional.of(new Study(
                protocol.text("id"),
                Labels.label(protocol.get("title")),
                designs.sites(protocol),
                design,
                forms,
                criteria,
                endpoints,
                analyses,
                tables,
                ConductForm.of(trees.subList(0, 3), formTrees),
                rehearsal,
                folder));
    }

    private List<Node> forms() {
        List<Node> forms = new ArrayList<>();
        folder.files().keySet().stream()
                .filter(file -> file.startsWith("forms/") && file.endsWith(".yaml"))
                .forEach(file -> tree(file, "form").ifPresent(forms::add));
        if (forms.isEmpty() && !findings.hasErrors()) {
            missing("forms/*.yaml");
        }
        return forms;
    }

    /// The tree of a file that has its schema's shape.
    private Optional<Node> tree(String file, String schema) {
        Optional<byte[]> bytes = folder.file(file);
        if (bytes.isEmpty()) {
            missing(file);
            return Optional.empty();
        }
        return YamlReader.read(file, bytes.get(), findings)
                .filter(tree -> schema(schema).passes(tree, findings))
                .filter(tree -> NamedOnce.holds(tree, findings));
    }

    private void missing(String file) {
        findings.error(
                "missing-file",
                new Place(folder.name(), 0),
                "the study has no " + file,
                "a study is a folder in which each file answers one question about the trial",
                "Add " + file + ", or name the right folder");
    }

    private static Schema schema(String name) {
        return SCHEMAS.computeIfAbsent(name, StudyReader::load);
    }

    private static Schema load(String name) {
        String resource = "/org/equipoise/protocol/schema/" + name + ".json";
        try (InputStream stream = StudyReader.class.getResourceAsStream(resource)) {
            return Schema.of(
                    new String(Objects.requireNonNull(stream, resource).readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
