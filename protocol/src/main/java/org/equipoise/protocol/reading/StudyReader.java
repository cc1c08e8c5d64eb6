package org.equipoise.protocol.reading;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.equipoise.language.expression.Vocabulary;
import org.equipoise.language.identity.ItemName;
import org.equipoise.protocol.check.Check;
import org.equipoise.protocol.design.Design;
import org.equipoise.protocol.design.Retention;
import org.equipoise.protocol.eligibility.Criterion;
import org.equipoise.protocol.endpoint.AnalysisPlan;
import org.equipoise.protocol.endpoint.Derivation;
import org.equipoise.protocol.endpoint.Endpoint;
import org.equipoise.protocol.finding.Finding;
import org.equipoise.protocol.finding.Findings;
import org.equipoise.protocol.form.Form;
import org.equipoise.protocol.form.Item;
import org.equipoise.protocol.form.Score;
import org.equipoise.protocol.safety.Safety;
import org.equipoise.protocol.scrutiny.Scrutiny;
import org.equipoise.protocol.source.Node;
import org.equipoise.protocol.source.Place;
import org.equipoise.protocol.source.StudyFolder;
import org.equipoise.protocol.source.YamlReader;

/// Reads a study folder: every file against its schema, then every part against the others. A study with an error is
/// not handed out.
public final class StudyReader {
    private static final List<String> CONDUCT_FILES =
            List.of("protocol.yaml", "schedule.yaml", "eligibility.yaml", "endpoints.yaml", "analysis.yaml");

    private static final List<String> OPTIONAL_FILES =
            List.of("checks.yaml", "safety.yaml", "codelists.yaml", "ranges.yaml");

    private final StudyFolder folder;
    private final Findings findings = new Findings();
    private final Findings questions = new Findings();

    private final Map<String, Shaped> files;

    private StudyReader(StudyFolder folder) {
        this.folder = folder;
        this.files = Shaped.of(folder);
    }

    /// What a reading gave: the study unless there is an error, and every finding.
    public record Reading(Optional<Study> study, List<Finding> findings) {}

    public static Reading read(StudyFolder folder) {
        StudyReader reader = new StudyReader(folder);
        Optional<Study> study = reader.study().filter(_ -> !reader.questions.hasErrors());
        reader.findings.addAll(reader.questions);
        return new Reading(study, reader.findings.inOrder());
    }

    private Optional<Study> study() {
        List<Optional<Node>> required =
                CONDUCT_FILES.stream().map(file -> tree(file)).toList();
        List<Node> forms = forms();
        Map<String, Node> optional = optional();
        Optional<Node> rehearsal =
                folder.file("rehearsal.yaml").flatMap(bytes -> YamlReader.read("rehearsal.yaml", bytes, findings));
        Optional<Node> published =
                folder.file("published.yaml").isPresent() ? tree("published.yaml") : Optional.empty();
        if (findings.hasErrors() || required.stream().anyMatch(Optional::isEmpty) || forms.isEmpty()) {
            return Optional.empty();
        }
        return study(required.stream().map(Optional::orElseThrow).toList(), forms, optional, rehearsal, published);
    }

    private Optional<Study> study(
            List<Node> trees,
            List<Node> formTrees,
            Map<String, Node> optional,
            Optional<Node> rehearsal,
            Optional<Node> published) {
        Node protocol = trees.get(0);
        List<Form> bare =
                new FormReading(findings, Optional.ofNullable(optional.get("codelists.yaml"))).forms(formTrees);
        if (findings.hasErrors()) {
            // What names an item of a faulty form would look faulty too.
            return Optional.empty();
        }
        Vocabulary plain = vocabulary(bare, trees.get(1));
        Vocabulary vocabulary =
                plain.withRanges(new RangeReading(findings, new Conditions(plain, sealed(bare), findings))
                        .ranges(Optional.ofNullable(optional.get("ranges.yaml"))));
        Conditions conditions = new Conditions(vocabulary, sealed(bare), findings);
        List<Form> forms = FormConditions.complete(bare, formTrees, vocabulary, sealed(bare), findings);
        DesignReading designs = new DesignReading(findings, conditions, forms);
        Design design = designs.design(protocol, trees.get(1));
        List<Criterion> criteria = new EligibilityReading(findings, conditions, forms, design).criteria(trees.get(2));
        List<Check> checks =
                new CheckReading(findings, conditions, forms).checks(Optional.ofNullable(optional.get("checks.yaml")));
        Safety safety = new SafetyReading(findings, conditions, design)
                .safety(Optional.ofNullable(optional.get("safety.yaml")));
        DerivationReading deriving = new DerivationReading(findings, design, vocabulary);
        List<Derivation> derivations = deriving.derivations(trees.get(3));
        Vocabulary derived =
                deriving.with(derivations.stream().map(Derivation::id).collect(Collectors.toSet()));
        Names names = new Names(findings, design, derived);
        Conditions revealed = new Conditions(derived, findings);
        List<Endpoint> endpoints = new EndpointReading(findings, names, revealed).endpoints(trees.get(3));
        AnalysisPlan plan = new PlanReading(findings, names, revealed, forms, endpoints)
                .plan(trees.get(4), trees.get(3), published.map(new PublishedReading(names)::published));
        if (findings.hasErrors()) {
            return Optional.empty();
        }
        Study study = new Study(
                protocol.text("id"),
                Labels.label(protocol.get("title")),
                designs.sites(protocol),
                design,
                forms,
                vocabulary.ranges(),
                criteria,
                checks,
                safety,
                derivations,
                endpoints,
                plan,
                SuccessionReading.of(protocol),
                protocol.find("retention").map(node -> new Retention(Integer.parseInt(node.text("years")))),
                ConductForm.of(trees.subList(0, 3), formTrees, optional.values()),
                rehearsal,
                folder);
        Map<String, Node> files = new TreeMap<>(optional);
        Stream.concat(trees.stream(), formTrees.stream())
                .forEach(tree -> files.put(tree.place().file(), tree));
        if (!questions.hasErrors()) {
            // What is undecided leaves gaps that everything else would stumble over.
            new Scrutiny(study, derived, files, findings).run();
        }
        return findings.hasErrors() ? Optional.empty() : Optional.of(study);
    }

    private static Vocabulary vocabulary(List<Form> forms, Node schedule) {
        Map<String, Set<String>> encounters = new LinkedHashMap<>();
        schedule.list("encounters").forEach(node -> encounters.put(node.text("id"), Set.copyOf(node.texts("forms"))));
        Set<String> logs =
                forms.stream().filter(form -> form.rules().log()).map(Form::id).collect(Collectors.toSet());
        return new Vocabulary(Study.types(forms), encounters, logs);
    }

    /// The items whose values could tell the arm, and the scores that rest on them.
    private static Set<ItemName> sealed(List<Form> forms) {
        Set<ItemName> sealed = new HashSet<>();
        for (Form form : forms) {
            form.items().stream().filter(Item::unblinding).map(Item::name).forEach(sealed::add);
            for (Score score : form.scores()) {
                if (score.inputs().values().stream().anyMatch(sealed::contains)) {
                    sealed.add(score.name());
                }
            }
        }
        return sealed;
    }

    /// The files a study may do without.
    private Map<String, Node> optional() {
        Map<String, Node> trees = new LinkedHashMap<>();
        for (String file : OPTIONAL_FILES) {
            if (folder.file(file).isPresent()) {
                tree(file).ifPresent(tree -> trees.put(file, tree));
            }
        }
        return trees;
    }

    private List<Node> forms() {
        List<Node> forms = new ArrayList<>();
        folder.files().keySet().stream()
                .filter(file -> file.startsWith("forms/") && file.endsWith(".yaml"))
                .forEach(file -> tree(file).ifPresent(forms::add));
        if (forms.isEmpty() && !findings.hasErrors() && !questions.hasErrors()) {
            missing("forms/*.yaml");
        }
        return forms;
    }

    /// The tree of a file that has its schema's shape.
    private Optional<Node> tree(String file) {
        Shaped shaped = files.get(file);
        if (shaped == null) {
            missing(file);
            return Optional.empty();
        }
        findings.addAll(shaped.findings());
        questions.addAll(shaped.questions());
        return shaped.tree();
    }

    private void missing(String file) {
        findings.error(
                "missing-file",
                new Place(folder.name(), 0),
                "the study has no " + file,
                "a study is a folder in which each file answers one question about the trial",
                "Add " + file + ", or name the right folder");
    }
}
