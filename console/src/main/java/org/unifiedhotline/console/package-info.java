/**
 * REST API, security and the web console.
 *
 * <p>A request first meets {@link org.unifiedhotline.console.login}, which finds out who calls, then
 * {@link org.unifiedhotline.console.access}, which looks the call up in {@code config/roles.yaml} and refuses what is
 * not there. Behind them each package answers one subject: {@code crosswalk}, {@code people}, {@code search},
 * {@code pipeline}; {@code pages} serves the browser's part, built from {@code console/web}. What goes wrong is told
 * in one form, by {@link org.unifiedhotline.console.problems}.
 */
@NullMarked
package org.unifiedhotline.console;

import org.jspecify.annotations.NullMarked;
