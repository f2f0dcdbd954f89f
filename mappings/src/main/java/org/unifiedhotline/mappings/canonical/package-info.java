/** The canonical records: one vocabulary for both legacy systems. */
@NullMarked
package org.unifiedhotline.mappings.canonical;

import org.jspecify.annotations.NullMarked;
