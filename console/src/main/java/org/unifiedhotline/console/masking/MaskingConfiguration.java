package org.unifiedhotline.console.masking;

import com.fasterxml.jackson.databind.Module;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Lets all JSON of the service go through the masks. */
@Configuration(proxyBeanMethods = false)
class MaskingConfiguration {
    @Bean
    Module maskingModule(ObjectProvider<Sights> sights) {
        return new MaskingModule(() -> sights.getObject().current());
    }
}
