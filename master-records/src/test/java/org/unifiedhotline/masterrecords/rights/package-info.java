@NullMarked
package org.unifiedhotline.masterrecords.rights;

import org.jspecify.annotations.NullMarked;
