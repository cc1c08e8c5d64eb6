package org.equipoise.protocol.acceptance;

import org.equipoise.protocol.finding.Finding;
import org.equipoise.protocol.source.Place;

/// Somebody's written decision to leave a finding as it is.
///
/// @param finding the kind of finding
/// @param file the file in which it was found
/// @param about a part of what the finding says, which tells it from others of its kind
/// @param by the role that answers for it
public record Acceptance(
        Place place, String finding, String file, String about, String reason, String by, String date) {

    boolean isOf(Finding found) {
        return found.id().equals(finding)
                && found.place().file().equals(file)
                && found.message().contains(about);
    }
}
