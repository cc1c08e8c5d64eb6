package org.equipoise.app;

import org.equipoise.conduct.desk.AllocationDesk;

final class RevealsBeforeTheLock {
    Object arms(AllocationDesk desk) {
        return desk.reveal("app", "no command was given");
    }
}
