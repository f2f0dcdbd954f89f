/** Commands about the search index: build it anew from the hub. */
@NullMarked
package org.unifiedhotline.app.index;

import org.jspecify.annotations.NullMarked;
