package org.equipoise.protocol.amendment;

import java.util.Optional;
import org.equipoise.protocol.source.Place;

/// One thing that differs between two versions.
///
/// @param thing what it is, for people: `criterion I6`
/// @param key which key of it: `holds`; empty for the thing as a whole
/// @param before what stood there, absent where nothing did
/// @param after what stands there now, absent where nothing does
/// @param place in the later version, or in the earlier one for what is gone
public record Change(
        Subject subject, String thing, String key, Optional<String> before, Optional<String> after, Place place) {
    static final String ORDER = "order of ";

    public boolean isAdded() {
        return before.isEmpty();
    }

    public boolean isRemoved() {
        return after.isEmpty();
    }

    /// Whether the same things stand in another order, which concerns nobody in the trial.
    public boolean isOrder() {
        return thing.startsWith(ORDER);
    }

    /// The change as a sentence without a full stop.
    public String sentence() {
        String what = key.isEmpty() ? thing : thing + ", " + key;
        if (isAdded()) {
            return what + " is new" + (key.isEmpty() ? "" : ": " + after.orElseThrow());
        }
        if (isRemoved()) {
            return what + " is gone" + (key.isEmpty() ? "" : "; it was " + before.orElseThrow());
        }
        return what + " was " + before.orElseThrow() + " and is now " + after.orElseThrow();
    }
}
