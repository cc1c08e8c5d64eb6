package org.equipoise.protocol.finding;

import org.equipoise.protocol.source.Place;

/// One fault or open question in a study folder.
///
/// @param id the kind of finding, stable over releases: `unknown-item`
/// @param message what is wrong
/// @param why why it matters in a trial
/// @param fix what to do
public record Finding(String id, Severity severity, Place place, String message, String why, String fix) {

    /// One sentence a person can act on.
    public String sentence() {
        return place + ": " + ended(message) + " " + ended(fix);
    }

    private static String ended(String text) {
        return text.endsWith("?") ? text : text + ".";
    }
}
