package org.equipoise.app.durability;

/// How everything ends at once, and what has to be done before it can begin again.
interface Blow {
    /// Ends everything.
    ///
    /// @param ears to be closed first by who may make somebody say what is not so
    void strike(Ears ears) throws Exception;

    void mend() throws Exception;
}
