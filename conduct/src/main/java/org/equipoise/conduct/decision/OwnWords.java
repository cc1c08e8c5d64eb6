package org.equipoise.conduct.decision;

import java.util.function.Function;
import org.equipoise.conduct.refusal.Refusal;
import org.equipoise.journal.confidence.PersonalKey;
import org.equipoise.language.identity.Confidential;
import org.equipoise.language.identity.ParticipantId;
import org.jspecify.annotations.Nullable;

/// What somebody writes of a participant in words of their own. It is journalled as ciphertext under the participant's
/// key, and no refusal repeats it.
record OwnWords(String text) {
    static OwnWords of(@Nullable String text) {
        return new OwnWords(text == null ? "" : text);
    }

    boolean isBlank() {
        return text.isBlank();
    }

    /// Decides, unless the words are too many.
    Decision decide(Function<OwnWords, Decision> decision) {
        return PersonalKey.hasRoomFor(text)
                ? decision.apply(this)
                : Decision.no(new Refusal.TooManyWords(PersonalKey.LONGEST));
    }

    /// As a member of the body of the event that is next; nothing where nothing was said.
    @Nullable
    Confidential concealed(Setting setting, ParticipantId participant, String member) {
        return isBlank() ? null : setting.conceal(participant, member, text);
    }

    /// A record prints its components; this one must not.
    @Override
    public String toString() {
        return "OwnWords[withheld]";
    }
}
