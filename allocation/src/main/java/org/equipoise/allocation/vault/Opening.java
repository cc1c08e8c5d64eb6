package org.equipoise.allocation.vault;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.equipoise.allocation.supply.AllocationList;
import org.equipoise.language.canonical.CanonicalWriter;
import org.equipoise.language.identity.ArmCode;
import org.equipoise.protocol.design.Randomization;
import org.equipoise.protocol.reading.Study;

/// The text whose hash is the commitment: procedure, parameters, seed, what each code stands for, and the nonce, as
/// canonical JSON. Whoever has it after the reveal can hash it and draw the whole list again.
final class Opening {
    private Opening() {}

    static String text(Study study, Secrets secrets) {
        Randomization plan = study.design().randomization();
        CanonicalWriter writer = new CanonicalWriter();
        writer.beginObject();
        writer.name("arms");
        writer.beginObject();
        for (Map.Entry<ArmCode, String> arm : secrets.arms().arms().entrySet()) {
            writer.name(arm.getKey().text());
            writer.string(arm.getValue());
        }
        writer.endObject();
        writer.name("blockSizes");
        writer.beginArray();
        plan.blockSizes().forEach(writer::integer);
        writer.endArray();
        member(writer, "nonce", secrets.nonce());
        writer.name("participants");
        writer.integer(plan.participants());
        member(writer, "procedure", AllocationList.PROCEDURE);
        member(writer, "seed", secrets.list().hex());
        writer.name("shares");
        writer.beginObject();
        secrets.arms().shares().forEach((code, share) -> {
            writer.name(code.text());
            writer.integer(share);
        });
        writer.endObject();
        writer.name("strata");
        writer.beginArray();
        plan.strata().forEach(writer::string);
        writer.endArray();
        member(writer, "study", study.id());
        writer.endObject();
        return new String(writer.toByteArray(), StandardCharsets.UTF_8);
    }

    private static void member(CanonicalWriter writer, String name, String value) {
        writer.name(name);
        writer.string(value);
    }
}
