/**
 * The crosswalk over HTTP: all of it as CSV, one source record, and what changed since.
 *
 * <p>Everything here is ids only and scoped by source system: a legacy client gets its own rows.
 */
@NullMarked
package org.unifiedhotline.console.crosswalk;

import org.jspecify.annotations.NullMarked;
