package org.unifiedhotline.console.access;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/** Lets Spring Security ask the table about every request. */
public final class RolesTableAuthorization implements AuthorizationManager<RequestAuthorizationContext> {
    /** The request's attribute in which whoever was let in, or refused, stands afterwards. */
    public static final String CALLER = RolesTableAuthorization.class.getName() + ".caller";

    /** The header in which a call tells what it is for. */
    public static final String PURPOSE = "X-Purpose";

    private final RolesTable table;

    public RolesTableAuthorization(RolesTable table) {
        this.table = table;
    }

    @Override
    @SuppressWarnings("deprecation") // the interface's only abstract method in Spring Security 6
    public AuthorizationDecision check(Supplier<Authentication> login, RequestAuthorizationContext context) {
        String path = context.getRequest().getRequestURI();
        Caller caller = callerOf(login.get());
        context.getRequest().setAttribute(CALLER, caller);
        String method = context.getRequest().getMethod();
        return new AuthorizationDecision(table.allows(method, path, caller)
                && (caller == null
                        || isSaid(context.getRequest().getHeader(PURPOSE))
                        || !table.asksWhatFor(method, path, caller)));
    }

    private static boolean isSaid(@Nullable String purpose) {
        return purpose != null && !purpose.isBlank();
    }

    private static @Nullable Caller callerOf(@Nullable Authentication login) {
        if (login == null || !login.isAuthenticated() || login instanceof AnonymousAuthenticationToken) {
            return null;
        }
        return Caller.of(login);
    }
}
