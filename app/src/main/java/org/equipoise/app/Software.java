package org.equipoise.app;

/// The program's name and version, as printed in every result.
public final class Software {
    public static final String NAME = "equipoise 0.1.0-SNAPSHOT";

    private Software() {}
}
