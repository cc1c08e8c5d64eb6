package org.equipoise.app;

import org.equipoise.conduct.desk.AllocationDesk;
import org.equipoise.conduct.desk.Warrant;

final class RevealsBeforeTheLock {
    Object arms(AllocationDesk desk, Warrant warrant) {
        return desk.reveal(warrant);
    }
}
