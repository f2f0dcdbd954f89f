/** How each part is, for whoever restarts, balances or watches the service. {@code config/OPERATIONS.md} tells what each state means. */
@NullMarked
package org.unifiedhotline.console.operation;

import org.jspecify.annotations.NullMarked;
