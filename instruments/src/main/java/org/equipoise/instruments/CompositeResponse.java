package org.equipoise.instruments;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.equipoise.language.value.Answer;

/// A response that asks several things of a visit compared with the baseline, all of which must hold.
public record CompositeResponse(List<Input> inputs, List<Component> components) implements Scoring {
    public CompositeResponse {
        inputs = List.copyOf(inputs);
        components = List.copyOf(components);
        Scoring.refuseRepeated(inputs.stream().map(Input::key));
        Scoring.refuseRepeated(components.stream().map(Component::id));
        for (Component component : components) {
            for (String key : component.reads()) {
                if (inputs.stream().noneMatch(input -> input.key().equals(key) && component.accepts(input))) {
                    throw new IllegalArgumentException(
                            "component " + component.id() + " reads '" + key + "', which is no input of its kind");
                }
            }
        }
    }

    /// The answers at baseline and those at the visit, by input; a component that fails decides.
    public Response respond(Function<String, Answer> baseline, Function<String, Answer> visit) {
        List<String> failed = new ArrayList<>();
        List<Response.Open> open = new ArrayList<>();
        Function<String, Answer> before = key -> Input.taken(inputs, key, baseline);
        Function<String, Answer> now = key -> Input.taken(inputs, key, visit);
        for (Component component : components) {
            switch (component.holds(before, now)) {
                case TRUE -> {}
                case FALSE -> failed.add(component.id());
                case UNKNOWN -> open.add(new Response.Open(component.id(), component.whyOpen(before, now)));
            }
        }
        if (!failed.isEmpty()) {
            return new Response.NonResponder(failed);
        }
        return open.isEmpty() ? new Response.Responder() : new Response.NotEvaluable(open);
    }
}
