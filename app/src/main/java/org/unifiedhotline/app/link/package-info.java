/** The command {@code link}: links any table of people, with a model that may hold no more than columns and their kinds. */
@NullMarked
package org.unifiedhotline.app.link;

import org.jspecify.annotations.NullMarked;
