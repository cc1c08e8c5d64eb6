package org.equipoise.app.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;

/// A page of the manual that a test makes, whole or between two comments. `mvn verify -Dequipoise.docs=write`
/// writes it anew; every other build requires that it is current.
///
/// @param file in the repository
public record ManualPage(Path file) {
    public static ManualPage of(String path) {
        return new ManualPage(Repository.ROOT.resolve(path));
    }

    /// Requires that the page is this text.
    public void mustBe(String text) {
        if ("write".equals(System.getProperty("equipoise.docs"))) {
            Repository.write(file, text);
        }
        assertThat(Repository.read(file))
                .as("%s is older than what it is made from; write it anew with -Dequipoise.docs=write", file)
                .isEqualTo(text);
    }

    /// Requires that the page has this text between the comments of that name.
    public void mustHave(String name, String text) {
        String from = "<!-- " + name + ": written by `mvn verify -Dequipoise.docs=write`, not by hand -->\n";
        String to = "<!-- end of " + name + " -->";
        String page = Repository.read(file);
        assertThat(page).containsOnlyOnce(from).containsOnlyOnce(to);
        mustBe(page.substring(0, page.indexOf(from) + from.length()) + text + page.substring(page.indexOf(to)));
    }
}
