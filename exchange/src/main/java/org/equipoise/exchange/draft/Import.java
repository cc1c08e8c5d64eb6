package org.equipoise.exchange.draft;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.equipoise.exchange.outline.Outline;
import org.equipoise.exchange.registry.RecordJson;
import org.equipoise.exchange.registry.RecordText;
import org.equipoise.exchange.usdm.UsdmReader;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A file from elsewhere on its way to a study folder. What it is, is told by what stands in it.
public sealed interface Import {

    /// The name of the format in a person's words.
    record Drafted(String format, Draft draft) implements Import {}

    /// Why nothing could be drafted, as a sentence without a full stop.
    record Refused(String why) implements Import {}

    static Import of(String file, byte[] bytes) {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return new Refused(file + " is not UTF-8 text");
        }
        if (text.isBlank()) {
            return new Refused(file + " is empty");
        }
        if (text.stripLeading().startsWith("{")) {
            return json(file, text);
        }
        return RecordText.recognises(text)
                ? new Drafted("the text of a registry record", Draft.of(RecordText.read(file, text)))
                : unknown(file);
    }

    private static Import json(String file, String text) {
        JsonNode root;
        try {
            root = JsonMapper.builder()
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build()
                    .readTree(text);
        } catch (JacksonException e) {
            return new Refused(file + " is not whole JSON: line "
                    + (e.getLocation() == null ? 1 : e.getLocation().getLineNr()));
        }
        if (RecordJson.recognises(root)) {
            return drafted("a record of ClinicalTrials.gov", RecordJson.read(file, root));
        }
        return UsdmReader.recognises(root) ? usdm(file, root) : unknown(file);
    }

    private static Import usdm(String file, JsonNode root) {
        String version = root.path("usdmVersion").asString("");
        if (!version.startsWith("4.")) {
            return new Refused(file + " is USDM " + version + ", and version 4.0 is read");
        }
        return root.at("/study/versions/0/studyDesigns/0").isObject()
                ? drafted("a study of USDM 4.0", UsdmReader.read(file, root))
                : new Refused(file + " is USDM without a study design");
    }

    private static Import drafted(String format, Outline outline) {
        return new Drafted(format, Draft.of(outline));
    }

    private static Import unknown(String file) {
        return new Refused(
                file + " is neither the text of a registry record, nor a record of ClinicalTrials.gov, nor USDM 4.0");
    }
}
