/**
 * How fast one instance resolves changes, and how long one change takes, in small and in large hubs: straight on a hub's
 * PostgreSQL, without capture and search. {@link org.unifiedhotline.bench.resolution.ChangesResolved} is the program.
 */
@NullMarked
package org.unifiedhotline.bench.resolution;

import org.jspecify.annotations.NullMarked;
