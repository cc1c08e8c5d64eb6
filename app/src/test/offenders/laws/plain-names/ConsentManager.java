package org.equipoise.conduct.state;

final class ConsentManager {}
