/** Holds the files of config/monitoring to the document and to each other. */
@NullMarked
package org.unifiedhotline.app.operation;

import org.jspecify.annotations.NullMarked;
