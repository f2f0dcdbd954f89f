/** The operator's commands: each runs to its end and answers with an exit code. */
@NullMarked
package org.unifiedhotline.app.command;

import org.jspecify.annotations.NullMarked;
