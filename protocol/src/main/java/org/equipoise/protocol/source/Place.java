package org.equipoise.protocol.source;

/// A line of a file of the study; line 0 means the file as a whole.
public record Place(String file, int line) {

    @Override
    public String toString() {
        return line == 0 ? file : file + ":" + line;
    }
}
