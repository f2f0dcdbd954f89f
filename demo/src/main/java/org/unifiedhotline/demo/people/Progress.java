package org.unifiedhotline.demo.people;

/** Hears how far a load has come. */
@FunctionalInterface
public interface Progress {

    /** Hears nothing. */
    Progress NONE = (people, rows) -> {};

    /** So many people and legacy rows are written. */
    void written(long people, long rows);
}
