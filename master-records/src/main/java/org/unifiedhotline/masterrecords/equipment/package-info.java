/**
 * The centres' equipment, as remote monitoring of both systems told it ({@code giam_sat}, {@code site_status}): how each piece
 * is, since when, and what happened to it. {@link org.unifiedhotline.masterrecords.equipment.Equipment} reads the hub's table
 * {@code site_status}; where two reports of one piece carry the same time, the worse counts.
 */
@NullMarked
package org.unifiedhotline.masterrecords.equipment;

import org.jspecify.annotations.NullMarked;
