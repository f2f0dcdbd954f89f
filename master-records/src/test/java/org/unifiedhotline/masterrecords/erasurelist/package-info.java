@NullMarked
package org.unifiedhotline.masterrecords.erasurelist;

import org.jspecify.annotations.NullMarked;
