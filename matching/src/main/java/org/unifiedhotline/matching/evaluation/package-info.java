/** How good clusters are, where the truth is known. */
@NullMarked
package org.unifiedhotline.matching.evaluation;

import org.jspecify.annotations.NullMarked;
