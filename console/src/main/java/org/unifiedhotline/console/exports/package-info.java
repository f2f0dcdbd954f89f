/**
 * Files of what a caller may see of the people whom a search finds, as CSV or for a spreadsheet.
 *
 * <p>{@link org.unifiedhotline.console.exports.ExportController} takes the wish and its purpose;
 * {@link org.unifiedhotline.console.exports.Exports} works it off in the background, page by page through the same search and
 * within the same scope as the person who asked sees on the screen, up to a limit. The file stands in a folder that nobody but
 * the service reads, for a short time, and is given to its author only.
 */
@NullMarked
package org.unifiedhotline.console.exports;

import org.jspecify.annotations.NullMarked;
