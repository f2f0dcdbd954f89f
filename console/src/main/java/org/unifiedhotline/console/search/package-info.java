/**
 * Search over HTTP: parameters are read strictly, so that a mistyped filter never widens a search in silence.
 */
@NullMarked
package org.unifiedhotline.console.search;

import org.jspecify.annotations.NullMarked;
