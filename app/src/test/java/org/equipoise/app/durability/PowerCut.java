package org.equipoise.app.durability;

/// Cuts the power of the disk that everything is on: what was not flushed is gone. Nobody can write from then on, and
/// whoever still tries is killed.
record PowerCut(Disk disk, Kill kill) implements Blow {
    @Override
    public void strike(Ears ears) throws Exception {
        ears.close();
        disk.cut();
        kill.strike();
    }

    @Override
    public void mend() throws Exception {
        disk.mountAgain();
    }
}
