package org.unifiedhotline.console.limits;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.unifiedhotline.console.problems.SecurityProblems;

/** Puts the sizes behind the audit's filter (at -200), so that what is refused is on record; the rates are added to the login's chain. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LimitsProperties.class)
class LimitsWiring {
    private static final int SIZES = -160;

    @Bean
    FilterRegistrationBean<RequestSizes> requestSizes(LimitsProperties limits, SecurityProblems problems) {
        FilterRegistrationBean<RequestSizes> filter = new FilterRegistrationBean<>(new RequestSizes(limits, problems));
        filter.setOrder(SIZES);
        return filter;
    }
}
