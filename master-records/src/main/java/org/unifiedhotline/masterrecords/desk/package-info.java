/**
 * What belongs to one account and to nobody else: searches that it keeps, people whom it opened lately, exports that it
 * asked for, and what was revealed to it for a while. But for the last nothing here decides what may be seen: whoever shows it asks the
 * reader's scope again each time.
 */
@NullMarked
package org.unifiedhotline.masterrecords.desk;

import org.jspecify.annotations.NullMarked;
