package org.unifiedhotline.masterrecords.records;

/** What a master id stood for at some time. */
public sealed interface MasterAt {

    /** The master record as it was. */
    record Was(MasterRecord master) implements MasterAt {}

    /** It had been merged away; {@code into} is where it redirected first. */
    record Redirected(MasterId into) implements MasterAt {}

    /** It had no source record any more. */
    record Gone() implements MasterAt {}

    /** There was no such master record yet, or never. */
    record NotYet() implements MasterAt {}
}
