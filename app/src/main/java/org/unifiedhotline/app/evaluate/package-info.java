/**
 * The command {@code evaluate}: how good the hub's clusters are, against a truth or by pairs that people judged. It reads the hub and
 * writes nothing into it.
 */
@NullMarked
package org.unifiedhotline.app.evaluate;

import org.jspecify.annotations.NullMarked;
