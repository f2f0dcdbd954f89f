/**
 * What capture costs the legacy systems: {@link org.unifiedhotline.bench.footprint.Footprint} writes to both legacy databases as
 * hard as it can, on a core of theirs, while the service on another core does nothing, reads all rows, or follows the logs.
 */
@NullMarked
package org.unifiedhotline.bench.footprint;

import org.jspecify.annotations.NullMarked;
