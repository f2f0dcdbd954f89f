package org.unifiedhotline.console.masking;

import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.unifiedhotline.console.access.Caller;
import org.unifiedhotline.console.access.RolesTable;
import org.unifiedhotline.masterrecords.desk.Reveals;

/** What the caller of this thread's request reads plainly; nothing outside a request. Asked once a request. */
@Component
final class Sights {
    private static final String ATTRIBUTE = Sights.class.getName();

    private final RolesTable roles;
    private final Reveals reveals;

    Sights(RolesTable roles, Reveals reveals) {
        this.roles = roles;
        this.reveals = reveals;
    }

    Sight current() {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        if (request == null) {
            return Sight.NONE;
        }
        if (request.getAttribute(ATTRIBUTE, RequestAttributes.SCOPE_REQUEST) instanceof Sight known) {
            return known;
        }
        Sight sight = of(SecurityContextHolder.getContext().getAuthentication());
        request.setAttribute(ATTRIBUTE, sight, RequestAttributes.SCOPE_REQUEST);
        return sight;
    }

    private Sight of(@Nullable Authentication login) {
        if (login == null || login instanceof AnonymousAuthenticationToken) {
            return Sight.NONE;
        }
        Caller caller = Caller.of(login);
        return new Sight(roles.plainOf(caller), () -> reveals.of(caller.name()));
    }
}
