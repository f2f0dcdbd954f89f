/** Match weights in words, Vietnamese and English. */
@NullMarked
package org.unifiedhotline.matching.explanation;

import org.jspecify.annotations.NullMarked;
