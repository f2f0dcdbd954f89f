/**
 * How long what is kept for work is kept: by class, from {@code config/retention.yaml}, checked at start. {@code Retention} counts
 * what is due (the command {@code retention}) and takes it away (on its schedule, or by that command). What legal holds keep stays.
 */
@NullMarked
package org.unifiedhotline.masterrecords.retention;

import org.jspecify.annotations.NullMarked;
