/**
 * Who may do what: deny by default, from the one table {@code config/roles.yaml}.
 *
 * <p>{@link org.unifiedhotline.console.access.RolesTable} is that table, read and checked at start. Every call is looked
 * up in it; a call without a rule is refused to everybody. Data is scoped by
 * {@link org.unifiedhotline.console.access.RolesTable#sourcesOf}: a controller asks which source systems its caller
 * may know of before it asks the hub.
 */
@NullMarked
package org.unifiedhotline.console.access;

import org.jspecify.annotations.NullMarked;
