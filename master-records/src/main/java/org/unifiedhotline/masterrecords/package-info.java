/** Who is who, and what the hub holds of them. */
@NullMarked
package org.unifiedhotline.masterrecords;

import org.jspecify.annotations.NullMarked;
