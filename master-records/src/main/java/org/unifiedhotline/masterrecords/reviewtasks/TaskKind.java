package org.unifiedhotline.masterrecords.reviewtasks;

/** Why a steward is asked about two records. */
public enum TaskKind {
    /** They may be one person, and belong to two now. */
    POSSIBLE_LINK(20, false),
    /** A record fits two people equally well, and stays alone; also one that would bridge people said to be different. */
    NEAR_EQUAL_ALTERNATIVES(60, false),
    /** The pair alone would link, the rest of both clusters speaks against it. */
    CLUSTERS_DISAGREE(50, false),
    /** The weight says one person; an exclusive identifier or what a case says, two. */
    CONFLICTING_EVIDENCE(70, false),
    /** What stewards said contradicts itself. */
    CONFLICTING_ASSERTIONS(90, false),
    /** More records hang together than can be decided whole. */
    COMPONENT_TOO_LARGE(40, false),
    /** A child or victim and a caller are one person by weight, and no case says that the person called for itself. */
    VICTIM_WITH_ADULT(80, true),
    /** Very many records are one person. */
    LARGE_CLUSTER(30, true);

    private final int urgency;
    private final boolean within;

    TaskKind(int urgency, boolean within) {
        this.urgency = urgency;
        this.within = within;
    }

    /** 0 to 99: how soon it should be answered. */
    public int urgency() {
        return urgency;
    }

    /** Whether it asks about two records that are one person now. */
    public boolean isWithin() {
        return within;
    }
}
