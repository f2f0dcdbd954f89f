package org.unifiedhotline.console.login;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.ConfigurableEnvironment;
import org.unifiedhotline.masterrecords.settings.UnusableSettingsException;

/**
 * Before anything is connected to: outside the demo no credential may be one that everybody knows; in the demo, where all are, nobody but this
 * machine may reach the service.
 */
@Configuration(proxyBeanMethods = false)
class NoKnownCredentials {

    @Bean
    @Profile("!demo")
    static BeanFactoryPostProcessor credentialsAreOurOwn(ConfigurableEnvironment settings) {
        return beans -> requireOwn(settings);
    }

    @Bean
    @Profile("demo")
    static BeanFactoryPostProcessor demoStaysHere(ConfigurableEnvironment settings) {
        return (ConfigurableListableBeanFactory beans) -> requireHere(settings.getProperty("server.address"));
    }

    static void requireOwn(ConfigurableEnvironment settings) {
        List<String> known = KnownCredentials.in(settings);
        if (!known.isEmpty()) {
            throw new UnusableSettingsException(known.stream()
                    .map(setting -> setting
                            + " is a password that everybody knows, or none at all, or holds one in an address: set"
                            + " another in a setting of its own and where the account is kept; only the"
                            + " profile 'demo' starts with such")
                    .toList());
        }
    }

    static void requireHere(@org.jspecify.annotations.Nullable String address) {
        try {
            if (address != null && !InetAddress.getByName(address).isLoopbackAddress()) {
                throw new IllegalStateException(
                        "the profile 'demo' has accounts whose passwords everybody knows, so it answers on"
                                + " this machine alone: server.address must be 127.0.0.1, not " + address);
            }
        } catch (UnknownHostException unknown) {
            throw new IllegalStateException("server.address is " + address + ", which is no address", unknown);
        }
    }
}
