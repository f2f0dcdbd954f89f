/**
 * How long from a commit in a legacy database until the search index finds it.
 *
 * <p>{@link org.unifiedhotline.bench.latency.CommitToSearchable} writes to a running demo at a steady rate, inserts,
 * updates and deletes mixed over every person, case and call table of both systems, each change a transaction of its own
 * that carries a token found nowhere else (a telephone or a case number). A watcher asks the index, every few
 * milliseconds, which tokens it finds.
 */
@NullMarked
package org.unifiedhotline.bench.latency;

import org.jspecify.annotations.NullMarked;
