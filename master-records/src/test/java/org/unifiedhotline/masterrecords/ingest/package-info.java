@NullMarked
package org.unifiedhotline.masterrecords.ingest;

import org.jspecify.annotations.NullMarked;
