package org.equipoise.app.house;

import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.function.Function;

/// One law: the folder of its offenders, what it says, and the places where a house breaks it.
record Law(String id, String says, Function<House, List<String>> found) {

    static Law of(String id, ArchRule rule) {
        return new Law(
                id,
                rule.getDescription(),
                house -> rule.evaluate(house.classes()).getFailureReport().getDetails());
    }

    List<String> breaches(House house) {
        return found.apply(house);
    }
}
