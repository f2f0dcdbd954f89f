/** The record-linkage engine. Pure: no Spring, no I/O, no clock, no statics that change. */
@NullMarked
package org.unifiedhotline.matching;

import org.jspecify.annotations.NullMarked;
