package org.unifiedhotline.masterrecords.equipment;

import org.unifiedhotline.mappings.canonical.Centre;
import org.unifiedhotline.mappings.source.SourceSystem;

/**
 * A piece of equipment of a centre.
 *
 * @param system whose monitoring tells of it: each has equipment of its own
 * @param component its name there: {@code PBX}, {@code UPS}, {@code DUONG_TRUYEN}
 */
public record Device(SourceSystem system, Centre centre, String component) {}
