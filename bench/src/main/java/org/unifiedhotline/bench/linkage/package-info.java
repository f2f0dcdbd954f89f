/** How well people are linked: dumps of both hotlines through mappings and engine, scored against the truth. */
@NullMarked
package org.unifiedhotline.bench.linkage;

import org.jspecify.annotations.NullMarked;
