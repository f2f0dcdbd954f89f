/**
 * One person over HTTP: the master record with the provenance of every value, and all that was recorded about it.
 */
@NullMarked
package org.unifiedhotline.console.people;

import org.jspecify.annotations.NullMarked;
