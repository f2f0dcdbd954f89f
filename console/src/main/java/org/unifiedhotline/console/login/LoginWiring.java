package org.unifiedhotline.console.login;

import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletListenerRegistrationBean;
import org.springframework.boot.web.servlet.server.AbstractServletWebServerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.unifiedhotline.console.problems.SecurityProblems;

/** Puts what sessions and guesses are held to between the audit's filter (at -200) and Spring Security's (at -100). */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SessionProperties.class)
class LoginWiring {
    private static final int SESSIONS = -150;
    private static final int GUESSES = -140;

    @Bean
    FilterRegistrationBean<SessionTimes> sessionTimes(
            SessionProperties times, EndedLogins ended, ObjectProvider<Clock> clock) {
        FilterRegistrationBean<SessionTimes> filter =
                new FilterRegistrationBean<>(new SessionTimes(times, ended, clock.getIfAvailable(Clock::systemUTC)));
        filter.setOrder(SESSIONS);
        return filter;
    }

    @Bean
    ServletListenerRegistrationBean<OpenSessions> openSessions(
            SessionProperties times, EndedLogins ended, ObjectProvider<Clock> clock) {
        return new ServletListenerRegistrationBean<>(
                new OpenSessions(times, ended, clock.getIfAvailable(Clock::systemUTC)));
    }

    /** Passwords and secrets are looked at here in the demo alone; elsewhere the provider does, and slows guessing down. */
    @Bean
    @Profile("demo")
    FilterRegistrationBean<GuessFilter> guesses(SecurityProblems problems) {
        FilterRegistrationBean<GuessFilter> filter =
                new FilterRegistrationBean<>(new GuessFilter(new GuessThrottle(Clock.systemUTC()), problems));
        filter.setOrder(GUESSES);
        return filter;
    }

    /** Only the demo comes without TLS, on this machine alone. */
    @Bean
    @Profile("!demo")
    WebServerFactoryCustomizer<AbstractServletWebServerFactory> cookiesByTlsOnly() {
        return factory -> factory.getSession().getCookie().setSecure(true);
    }

    @Bean
    @Profile("demo")
    WebServerFactoryCustomizer<AbstractServletWebServerFactory> demoAnswersThisMachine() {
        return factory -> factory.setAddress(java.net.InetAddress.getLoopbackAddress());
    }
}
