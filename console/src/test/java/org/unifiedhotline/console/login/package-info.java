/** Tests of the package of the same name. */
@NullMarked
package org.unifiedhotline.console.login;

import org.jspecify.annotations.NullMarked;
