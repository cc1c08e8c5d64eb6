package org.equipoise.exchange.usdm;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Text with markup as the model carries it, made plain; tags of its dictionaries are replaced by what they stand for,
/// and stay as they are where nothing stands behind them.
final class Marked {
    static final Pattern TAG = Pattern.compile("<usdm:tag\\s+name=\"([^\"]*)\"\\s*/?>(?:</usdm:tag>)?");
    private static final Pattern MARKUP = Pattern.compile("<(?!usdm:tag)/?[a-zA-Z][^>]*>");

    private Marked() {}

    static String plain(String text, Map<String, String> dictionary) {
        String plain = MARKUP.matcher(text).replaceAll(" ");
        plain = plain.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&nbsp;", " ")
                .replace("&#174;", "®")
                .replace("&quot;", "\"")
                .replace("&amp;", "&");
        Matcher tags = TAG.matcher(plain);
        return tags.replaceAll(tag -> Matcher.quoteReplacement(dictionary.getOrDefault(tag.group(1), tag.group())))
                .replaceAll("\\s+", " ")
                .strip();
    }
}
