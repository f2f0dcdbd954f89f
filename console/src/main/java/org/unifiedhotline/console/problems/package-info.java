/**
 * What goes wrong, told as RFC 9457 problems ({@code application/problem+json}).
 *
 * <p>A problem says what is the matter in words for its reader; it never repeats a value of a person.
 */
@NullMarked
package org.unifiedhotline.console.problems;

import org.jspecify.annotations.NullMarked;
