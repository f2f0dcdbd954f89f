package org.unifiedhotline.masterrecords.resolution;

/** Works the resolution queue off. */
public class Resolver {

    /**
     * Resolves the next micro-batch in one transaction: keys, edges, links, master records, history and outbox together.
     * During a first load nothing is resolved until the snapshots are complete; then everything at once. Only one
     * resolver works at a time; where another instance does, nothing happens here.
     *
     * @return how many records were worked off; 0 when there is nothing to do now
     */
    public int resolveNext() {
        throw new UnsupportedOperationException("not built yet");
    }
}
