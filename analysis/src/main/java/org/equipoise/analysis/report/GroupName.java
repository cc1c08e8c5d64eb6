package org.equipoise.analysis.report;

import org.equipoise.analysis.Group;

/// What a group is called on paper.
final class GroupName {
    private GroupName() {}

    static String of(Group group) {
        return group.arm().map(arm -> arm.label().english()).orElse("All randomised");
    }
}
