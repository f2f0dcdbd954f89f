package org.unifiedhotline.console.access;

import java.util.Set;
import org.unifiedhotline.mappings.canonical.Centre;

/**
 * What a role that says {@code [own]} means for an account.
 *
 * @param provinces two-digit codes valid since 1 July 2025
 */
record OwnScope(Set<Centre> centres, Set<String> provinces) {
    static final OwnScope NOTHING = new OwnScope(Set.of(), Set.of());

    OwnScope {
        centres = Set.copyOf(centres);
        provinces = Set.copyOf(provinces);
    }
}
