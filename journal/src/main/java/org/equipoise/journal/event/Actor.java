package org.equipoise.journal.event;

/// Who acted, and in which role.
public record Actor(String id, String role) {}
