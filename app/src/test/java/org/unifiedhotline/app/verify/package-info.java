@NullMarked
package org.unifiedhotline.app.verify;

import org.jspecify.annotations.NullMarked;
