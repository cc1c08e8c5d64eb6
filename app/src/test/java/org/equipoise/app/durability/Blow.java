package org.equipoise.app.durability;

/// How everything ends at once, and what has to be done before it can begin again.
interface Blow {
    void strike() throws Exception;

    void mend() throws Exception;
}
