/** Checking an operator's settings before anything is connected to: all that is wrong is told at once. */
@NullMarked
package org.unifiedhotline.masterrecords.settings;

import org.jspecify.annotations.NullMarked;
