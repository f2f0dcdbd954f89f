/**
 * Where batches go: SQL files, a MariaDB through multi-row inserts, a PostgreSQL through COPY, and the files that tell the
 * truth.
 */
@NullMarked
package org.unifiedhotline.demo.people.sinks;

import org.jspecify.annotations.NullMarked;
