/** The Elasticsearch projection of master records. */
@NullMarked
package org.unifiedhotline.searchindex;

import org.jspecify.annotations.NullMarked;
