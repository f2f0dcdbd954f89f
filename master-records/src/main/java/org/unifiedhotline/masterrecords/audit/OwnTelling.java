package org.unifiedhotline.masterrecords.audit;

/** What the service tells of people by itself, by their ids alone: it is on record, and nobody's unusual reading. */
public final class OwnTelling {
    /** The call of entries of events that went out. */
    public static final String EVENTS = "events out";

    /** What the account of such an entry begins with; the name of the receiver follows. No account of the console. */
    public static final String RECEIVER = "events:";

    private OwnTelling() {}
}
