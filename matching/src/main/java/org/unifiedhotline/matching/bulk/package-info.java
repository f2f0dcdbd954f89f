/** Everything at once, in memory, with all cores: the same keys, weights and clusters as one record at a time. */
@NullMarked
package org.unifiedhotline.matching.bulk;

import org.jspecify.annotations.NullMarked;
