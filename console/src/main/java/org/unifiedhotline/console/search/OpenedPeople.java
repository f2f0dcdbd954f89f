package org.unifiedhotline.console.search;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.unifiedhotline.console.access.Caller;
import org.unifiedhotline.masterrecords.desk.RecentPeople;
import org.unifiedhotline.masterrecords.records.MasterId;

/** Remembers whom callers opened, once they were let see it. */
@Configuration(proxyBeanMethods = false)
class OpenedPeople implements WebMvcConfigurer {
    private static final Logger LOG = LoggerFactory.getLogger(OpenedPeople.class);

    private final RecentPeople recent;

    OpenedPeople(RecentPeople recent) {
        this.recent = recent;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new HandlerInterceptor() {
                    @Override
                    public void afterCompletion(
                            HttpServletRequest request,
                            HttpServletResponse response,
                            Object handler,
                            @Nullable Exception fault) {
                        Authentication login =
                                SecurityContextHolder.getContext().getAuthentication();
                        if (fault == null
                                && login != null
                                && request.getMethod().equals("GET")
                                && response.getStatus() == HttpStatus.OK.value()
                                && request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE)
                                        instanceof Map<?, ?> named
                                && named.get("id") instanceof String id) {
                            remember(Caller.of(login).name(), id);
                        }
                    }
                })
                .addPathPatterns("/api/v1/master-records/{id}");
    }

    /** The page was shown already: that it cannot be remembered harms nobody. */
    private void remember(String owner, String id) {
        try {
            recent.opened(owner, MasterId.of(id));
        } catch (DataAccessException away) {
            LOG.warn(
                    "Whom {} opened could not be remembered: {}",
                    owner,
                    away.getClass().getSimpleName());
        }
    }
}
