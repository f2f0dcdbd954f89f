/** Tests of the files of exports. */
@NullMarked
package org.unifiedhotline.console.exports;

import org.jspecify.annotations.NullMarked;
