/** What capture hands on: source records and their changes. */
@NullMarked
package org.unifiedhotline.mappings.source;

import org.jspecify.annotations.NullMarked;
