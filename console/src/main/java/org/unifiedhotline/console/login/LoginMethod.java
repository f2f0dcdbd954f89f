package org.unifiedhotline.console.login;

import org.jspecify.annotations.Nullable;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;

/** How people and machines make themselves known; exactly one method is configured. */
interface LoginMethod {

    /** Adds what finds out who calls to the chain that every request walks. */
    void addTo(HttpSecurity http) throws Exception;

    /** What the login page shows. */
    LoginOptions options();

    /**
     * What the login page shows.
     *
     * @param kind {@code form}: it asks for name and password; {@code redirect}: it leads to the provider
     * @param url where it leads; null for a form
     * @param demo whether the accounts of the demo exist, so that the page may name them
     */
    record LoginOptions(String kind, @Nullable String url, boolean demo) {}
}
