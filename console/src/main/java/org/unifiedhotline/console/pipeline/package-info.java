/**
 * How far the data has come, over HTTP, and what could not be processed.
 */
@NullMarked
package org.unifiedhotline.console.pipeline;

import org.jspecify.annotations.NullMarked;
