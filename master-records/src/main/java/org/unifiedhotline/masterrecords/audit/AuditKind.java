package org.unifiedhotline.masterrecords.audit;

/** What kind of thing an entry of the trail is about. */
public enum AuditKind {
    /** Somebody was shown something of people, or asked for it. */
    READ,
    /** Somebody looked for people; the terms are sealed in the entry. */
    SEARCH,
    /** Somebody took a list along. */
    EXPORT,
    /** Somebody broke the glass over masked values. */
    REVEAL,
    /** Somebody decided, or worked on a question, who is who. */
    DECISION,
    /** Somebody changed how the service works, or started it with another configuration. */
    CONFIGURATION,
    /** Somebody logged in or out, or tried to. */
    SESSION,
    /** The service began or stopped writing the trail. */
    SERVICE,
    /** Somebody's reading was found unusual. */
    ALERT
}
