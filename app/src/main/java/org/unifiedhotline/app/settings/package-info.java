/**
 * What is settled about the settings before anything reads them: {@link org.unifiedhotline.app.settings.SecureDefaults} takes secrets from files and asks for
 * TLS wherever a server is elsewhere.
 */
@NullMarked
package org.unifiedhotline.app.settings;

import org.jspecify.annotations.NullMarked;
