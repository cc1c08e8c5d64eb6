package org.equipoise.rehearsal.plan;

import java.nio.charset.StandardCharsets;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.equipoise.protocol.source.StudyFolder;

/// The same study at more sites, for scenarios that ask what they would do to it. It is another protocol, and its hash
/// says so.
public final class MoreSites {
    private static final String PROTOCOL = "protocol.yaml";
    private static final Pattern FIRST_SITE = Pattern.compile("(?m)^sites:[^\\n]*\\n(?<indent> *)- ");

    private MoreSites() {}

    /// The folder with these sites instead.
    ///
    /// @param sites id → offset from UTC
    public static StudyFolder of(StudyFolder folder, SortedMap<String, String> sites) {
        SortedMap<String, byte[]> files = new TreeMap<>(folder.files());
        String text = new String(files.getOrDefault(PROTOCOL, new byte[0]), StandardCharsets.UTF_8);
        Matcher first = FIRST_SITE.matcher(text);
        if (!first.find()) {
            throw new IllegalArgumentException(PROTOCOL + " has no list of sites");
        }
        StringBuilder more = new StringBuilder();
        sites.forEach((id, offset) -> more.append(first.group("indent"))
                .append("- {id: ")
                .append(id)
                .append(", utc-offset: '")
                .append(offset)
                .append("'}\n"));
        int end = first.start("indent");
        files.put(PROTOCOL, (text.substring(0, end) + more + text.substring(end)).getBytes(StandardCharsets.UTF_8));
        return new StudyFolder(folder.name(), files);
    }
}
