@NullMarked
package org.unifiedhotline.masterrecords.reviewtasks;

import org.jspecify.annotations.NullMarked;
