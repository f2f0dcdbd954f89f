/**
 * What a reader may know, decided source record by source record: the one place that says so for the hub.
 *
 * <p>A {@link org.unifiedhotline.masterrecords.scope.ReaderScope} is what {@code roles.yaml} grants a reader: source systems (each is
 * one line), centres, confidentiality labels. {@link org.unifiedhotline.masterrecords.scope.ScopedRecords} asks the hub which of some
 * records lie within. Master records are then rebuilt from those alone ({@code MasterRecords}, {@code TimeTravel}); of whom none lies
 * within, the reader is told what they are told of an id that never was.
 * Of what lies within, some fields are read plainly by some readers only ({@link
 * org.unifiedhotline.masterrecords.scope.PlainFields}); others get a {@link org.unifiedhotline.masterrecords.scope.Mask}.
 */
@NullMarked
package org.unifiedhotline.masterrecords.scope;

import org.jspecify.annotations.NullMarked;
