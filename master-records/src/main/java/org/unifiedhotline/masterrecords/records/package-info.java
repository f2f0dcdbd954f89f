/**
 * Master records as others see them: one per person, rebuilt from its members, with the provenance of every value.
 *
 * <p>{@link org.unifiedhotline.masterrecords.records.PersonFile} is all the hub holds about one person; the search
 * index and the console are made of it.
 */
@NullMarked
package org.unifiedhotline.masterrecords.records;

import org.jspecify.annotations.NullMarked;
