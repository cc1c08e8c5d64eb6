package org.equipoise.protocol.reading;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.equipoise.language.expression.ReferenceRange;
import org.equipoise.language.expression.Vocabulary;
import org.equipoise.language.identity.Digest;
import org.equipoise.language.identity.ItemName;
import org.equipoise.language.value.ItemType;
import org.equipoise.protocol.check.Check;
import org.equipoise.protocol.design.Design;
import org.equipoise.protocol.design.Label;
import org.equipoise.protocol.design.Retention;
import org.equipoise.protocol.design.Site;
import org.equipoise.protocol.design.Succession;
import org.equipoise.protocol.eligibility.Criterion;
import org.equipoise.protocol.endpoint.Analysis;
import org.equipoise.protocol.endpoint.AnalysisPlan;
import org.equipoise.protocol.endpoint.Derivation;
import org.equipoise.protocol.endpoint.Endpoint;
import org.equipoise.protocol.form.Form;
import org.equipoise.protocol.form.Item;
import org.equipoise.protocol.safety.Safety;
import org.equipoise.protocol.source.Node;
import org.equipoise.protocol.source.StudyFolder;

/// A study read whole: every part checked against the others.
///
/// @param ranges the reference ranges of items, of which the first that applies counts
/// @param succession how it takes over from the version before; absent in a first version
/// @param retention how long the record is kept; absent where nobody has decided
/// @param conduct the canonical form of what conduct depends on, and its hash: the protocol hash
/// @param rehearsal the tree of `rehearsal.yaml`, which the rehearsal room reads
public record Study(
        String id,
        Label title,
        List<Site> sites,
        Design design,
        List<Form> forms,
        Map<ItemName, List<ReferenceRange>> ranges,
        List<Criterion> criteria,
        List<Check> checks,
        Safety safety,
        List<Derivation> derivations,
        List<Endpoint> endpoints,
        AnalysisPlan plan,
        Optional<Succession> succession,
        Optional<Retention> retention,
        Conduct conduct,
        Optional<Node> rehearsal,
        StudyFolder folder) {

    /// The canonical form of what conduct depends on; the SHA-256 of its UTF-8 bytes is the protocol hash.
    public record Conduct(String canonical, Digest hash) {}

    public Optional<Form> form(String id) {
        return forms.stream().filter(form -> form.id().equals(id)).findFirst();
    }

    public Optional<Item> item(ItemName name) {
        return form(name.form()).flatMap(form -> form.item(name.item()));
    }

    public List<Analysis> analyses() {
        return plan.analyses();
    }

    public Optional<Derivation> derivation(String id) {
        return derivations.stream()
                .filter(derivation -> derivation.id().equals(id))
                .findFirst();
    }

    static Map<ItemName, ItemType> types(List<Form> forms) {
        Map<ItemName, ItemType> types = new LinkedHashMap<>();
        for (Form form : forms) {
            form.items().forEach(item -> types.put(item.name(), item.confidential() ? Vocabulary.UNREAD : item.type()));
            form.scores().forEach(score -> types.put(score.name(), score.type()));
        }
        return types;
    }

    /// The items and scores of the forms, and nothing else an expression may speak of.
    static Vocabulary vocabulary(List<Form> forms) {
        return new Vocabulary(types(forms));
    }
}
