/** Tests of the commands about the search index. */
@NullMarked
package org.unifiedhotline.app.index;

import org.jspecify.annotations.NullMarked;
