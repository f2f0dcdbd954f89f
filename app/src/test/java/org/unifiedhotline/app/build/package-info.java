/** What the shipped jar is made of. */
@NullMarked
package org.unifiedhotline.app.build;

import org.jspecify.annotations.NullMarked;
