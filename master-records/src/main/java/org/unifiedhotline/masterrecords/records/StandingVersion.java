package org.unifiedhotline.masterrecords.records;

/** A master record that stands, and its version now. */
public record StandingVersion(MasterId id, long version) {}
