package org.unifiedhotline.console;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.io.Resource;

/**
 * What an operator sets about the console ({@code unified-hotline.console.*}); logins and limits have settings of their own.
 *
 * @param rolesFile the table of roles; the one shipped with the service when not set
 */
@ConfigurationProperties("unified-hotline.console")
public record ConsoleProperties(
        @DefaultValue("classpath:org/unifiedhotline/console/roles.yaml")
        Resource rolesFile) {}
