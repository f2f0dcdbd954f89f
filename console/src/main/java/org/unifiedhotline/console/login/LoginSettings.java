package org.unifiedhotline.console.login;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.mappings.canonical.Centre;
import org.unifiedhotline.masterrecords.settings.SettingsCheck;
import org.unifiedhotline.masterrecords.settings.SettingsReading;

/** How people and machines make themselves known, and that no password is one that everybody knows. */
public final class LoginSettings implements SettingsCheck {
    private static final String OPEN_ID = "unified-hotline.console.open-id";

    private final @Nullable Set<String> roles;

    /**
     * For this table of roles.
     *
     * @param roles null if it cannot be read
     */
    public LoginSettings(@Nullable Set<String> roles) {
        this.roles = roles;
    }

    @Override
    public void check(SettingsReading settings) {
        settings.read(SessionProperties.class);
        OpenIdProperties openId = settings.read(OpenIdProperties.class);
        if (settings.isDemo()) {
            String address = settings.environment().getProperty("server.address");
            settings.attempt("server.address", () -> NoKnownCredentials.requireHere(address));
            return;
        }
        settings.attempt("", () -> NoKnownCredentials.requireOwn(settings.environment()));
        if (openId != null) {
            settings.attempt(OPEN_ID + ".issuer", () -> OpenIdConfiguration.requireIssuer(openId));
            checkWords(settings, openId);
        }
    }

    private void checkWords(SettingsReading settings, OpenIdProperties openId) {
        new TreeMap<>(openId.roles())
                .forEach((word, role) -> settings.require(
                        roles == null || roles.contains(role),
                        OPEN_ID + ".roles." + word + " is '" + role + "', which is no role of roles.yaml"));
        new TreeMap<>(openId.centres())
                .forEach((word, centre) -> settings.require(
                        Arrays.stream(Centre.values()).map(Centre::name).anyMatch(centre::equals),
                        OPEN_ID + ".centres." + word + " is '" + centre + "': expected one of "
                                + Arrays.toString(Centre.values())));
    }
}
