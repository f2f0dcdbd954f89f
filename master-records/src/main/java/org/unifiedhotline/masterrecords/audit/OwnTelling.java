package org.unifiedhotline.masterrecords.audit;

/** What the service tells of people by itself, by their ids alone: it is on record, and nobody's unusual reading. */
public final class OwnTelling {
    /** The call of entries of events that went out. */
    public static final String EVENTS = "events out";

    /** What the account of such an entry begins with; the name of the receiver follows. No account of the console. */
    public static final String RECEIVER = "events:";

    /** The call of whoever is told, as they happen, of changes that they did not ask for. */
    public static final String LIVE = "GET /api/v1/live";

    private OwnTelling() {}

    static boolean isCall(String call) {
        return call.equals(EVENTS) || call.equals(LIVE);
    }
}
