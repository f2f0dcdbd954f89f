package org.unifiedhotline.console.login;

import java.util.List;
import java.util.Set;

/** The accounts that the service itself knows: the demo's. A provider's are known once they come. */
public interface KnownAccounts {
    /** An account and its roles. */
    record Known(String name, Set<String> roles) {
        public Known {
            roles = Set.copyOf(roles);
        }
    }

    List<Known> all();
}
