package org.equipoise.conduct.util;

final class Dates {}
