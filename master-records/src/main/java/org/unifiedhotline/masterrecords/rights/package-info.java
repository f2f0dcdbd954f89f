/**
 * Rights of the person: erasure, disclosure, restriction of processing, correction notes; and what stands against them, legal holds.
 *
 * <p>{@link org.unifiedhotline.masterrecords.rights.Erasures} is the deed: what a decision of kind {@code ERASE} does once another
 * person approved it. What goes and what stays is computed by {@link org.unifiedhotline.masterrecords.rights.ErasurePlans}, for the
 * deed and for its preview alike. {@link org.unifiedhotline.masterrecords.rights.Traces} finds the person in what people typed.
 * Who decides, and who approves, is the business of the package {@code stewardship}.
 */
@NullMarked
package org.unifiedhotline.masterrecords.rights;

import org.jspecify.annotations.NullMarked;
