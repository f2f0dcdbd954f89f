package org.unifiedhotline.matching.bulk;

/** Is told how far a bulk run has come; may be called from several threads. */
@FunctionalInterface
public interface Progress {
    /** Tells nobody. */
    Progress NONE = (stage, done, total) -> {};

    /** Of {@code total} parts of a stage, {@code done} are done. */
    void at(String stage, long done, long total);
}
