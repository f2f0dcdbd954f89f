package org.unifiedhotline.console.fhir;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** All answers are JSON: whoever asks for something else by {@code _format}, or else by {@code Accept}, gets 406. */
@Configuration(proxyBeanMethods = false)
class FhirFormat implements WebMvcConfigurer {
    private static final Set<String> JSON =
            Set.of("json", "application/json", "application/fhir+json", "application/json+fhir", "text/json");

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new HandlerInterceptor() {
                    @Override
                    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
                        requireJson(request.getParameter("_format"), request.getHeader(HttpHeaders.ACCEPT));
                        return true;
                    }
                })
                .addPathPatterns("/fhir/**");
    }

    static void requireJson(@Nullable String format, @Nullable String accepted) {
        boolean json = format == null ? accepts(accepted) : JSON.contains(kind(format));
        if (!json) {
            throw new FhirException(
                    HttpStatus.NOT_ACCEPTABLE, "not-supported", "Answers are application/fhir+json, and nothing else.");
        }
    }

    /** A plus in an address means a space. */
    private static String kind(String format) {
        int parameters = format.indexOf(';');
        return (parameters < 0 ? format : format.substring(0, parameters))
                .strip()
                .replace(' ', '+')
                .toLowerCase(Locale.ROOT);
    }

    private static boolean accepts(@Nullable String accepted) {
        if (accepted == null || accepted.isBlank()) {
            return true;
        }
        try {
            List<MediaType> kinds = MediaType.parseMediaTypes(accepted);
            return kinds.stream()
                    .filter(kind -> kind.getQualityValue() > 0)
                    .anyMatch(kind -> kind.includes(MediaType.APPLICATION_JSON)
                            || JSON.contains(kind(kind.getType() + "/" + kind.getSubtype())));
        } catch (InvalidMediaTypeException malformed) {
            return false;
        }
    }
}
