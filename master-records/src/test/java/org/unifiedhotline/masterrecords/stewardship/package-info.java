@NullMarked
package org.unifiedhotline.masterrecords.stewardship;

import org.jspecify.annotations.NullMarked;
