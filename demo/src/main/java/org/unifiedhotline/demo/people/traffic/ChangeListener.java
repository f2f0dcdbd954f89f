package org.unifiedhotline.demo.people.traffic;

/** Hears of every change after its commit, on the thread that committed it; must be quick and safe for two threads. */
@FunctionalInterface
public interface ChangeListener {

    /** Hears nothing. */
    ChangeListener NONE = change -> {};

    /** A change is committed. */
    void committed(CommittedChange change);
}
