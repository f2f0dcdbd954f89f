/** What goes into the engine: a record of a person as standardized text by attribute, and what its context says of other records. */
@NullMarked
package org.unifiedhotline.matching.record;

import org.jspecify.annotations.NullMarked;
