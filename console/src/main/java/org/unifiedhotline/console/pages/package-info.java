/**
 * The pages of the web console: the files built from {@code console/web}, and the addresses that lead to them.
 *
 * <p>The pages hold no data: whatever they show they ask of the API, with the rights of who has logged in.
 */
@NullMarked
package org.unifiedhotline.console.pages;

import org.jspecify.annotations.NullMarked;
