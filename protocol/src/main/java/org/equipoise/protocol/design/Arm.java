package org.equipoise.protocol.design;

/// A planned group of participants (USDM StudyArm) and its share of the allocation.
public record Arm(String id, Label label, String type, int share) {}
