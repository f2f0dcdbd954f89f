@NullMarked
package org.unifiedhotline.masterrecords.records;

import org.jspecify.annotations.NullMarked;
