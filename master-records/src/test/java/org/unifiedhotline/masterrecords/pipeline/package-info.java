/** Whether the line's own account of itself is true. */
@NullMarked
package org.unifiedhotline.masterrecords.pipeline;

import org.jspecify.annotations.NullMarked;
