/**
 * Finding out who calls: people by a session, machines by a bearer token.
 *
 * <p>In the {@code demo} profile the service is its own issuer, with the accounts of
 * {@link org.unifiedhotline.console.login.DemoAccount}; everywhere else it relies on a configured OpenID Connect
 * provider and refuses to start without one.
 */
@NullMarked
package org.unifiedhotline.console.login;

import org.jspecify.annotations.NullMarked;
