/**
 * Who may see what, as the service reads it: roles with their scopes, and accounts with what follows for them. It changes
 * nothing; roles are given by the OpenID Connect provider, scopes by {@code roles.yaml}.
 */
@NullMarked
package org.unifiedhotline.console.users;

import org.jspecify.annotations.NullMarked;
