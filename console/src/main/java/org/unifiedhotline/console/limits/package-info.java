/**
 * How much may be asked: how often by an account or an address, how large a request may be, and what JSON of a body is taken.
 *
 * <p>{@link org.unifiedhotline.console.limits.RequestSizes} stands before the login, {@link org.unifiedhotline.console.limits.RequestRates} behind
 * it, where it is known who asks; {@link org.unifiedhotline.console.limits.StrictBodies} reads bodies.
 */
@NullMarked
package org.unifiedhotline.console.limits;

import org.jspecify.annotations.NullMarked;
