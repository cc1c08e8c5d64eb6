package org.equipoise.conduct.unannounced;

/// A type in a package that has no page.
final class Stranger {}
