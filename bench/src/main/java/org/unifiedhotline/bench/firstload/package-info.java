/**
 * How long a first load takes, from rows in two legacy databases to documents that search finds.
 *
 * <p>{@link org.unifiedhotline.bench.firstload.FirstLoad} watches a demo that is being started with large SQL files and
 * reports rows a second from the service's first answer until {@code caughtUp}.
 */
@NullMarked
package org.unifiedhotline.bench.firstload;

import org.jspecify.annotations.NullMarked;
