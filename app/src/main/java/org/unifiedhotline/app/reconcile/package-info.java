/** Whether sources, hub and index hold the same, and putting right what does not: a command. */
@NullMarked
package org.unifiedhotline.app.reconcile;

import org.jspecify.annotations.NullMarked;
