package org.unifiedhotline.console.problems;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.datatype.jsr310.deser.InstantDeserializer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.converter.Converter;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Refuses what no database stores, for every call of the API and before any controller is asked: text with the character NUL or
 * half a character, in parameters and bodies alike, and times outside the years 1 to 9999.
 */
@Configuration(proxyBeanMethods = false)
public class StorableValues implements WebMvcConfigurer {
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

    /** Whether a database stores this text. */
    public static boolean isStorable(String text) {
        for (int at = 0; at < text.length(); at++) {
            char one = text.charAt(at);
            boolean pair = Character.isHighSurrogate(one)
                    && at + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(at + 1));
            if (one == 0 || (Character.isSurrogate(one) && !pair)) {
                return false;
            }
            at += pair ? 1 : 0;
        }
        return true;
    }

    static boolean isStorable(Instant time) {
        return !time.isBefore(FIRST) && !time.isAfter(LAST);
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new HandlerInterceptor() {
            @Override
            public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
                request.getParameterMap().forEach((name, values) -> {
                    for (String value : values) {
                        if (!isStorable(name) || !isStorable(value)) {
                            throw ProblemException.badRequest(
                                    "A parameter is text: the character NUL, or half a character, is none.");
                        }
                    }
                });
                return true;
            }
        });
    }

    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addConverter(new Converter<String, Instant>() {
            @Override
            public Instant convert(String text) {
                try {
                    Instant time = Instant.parse(text);
                    if (isStorable(time)) {
                        return time;
                    }
                } catch (DateTimeParseException e) {
                    // said below, without the text
                }
                throw new IllegalArgumentException("a time is written as 2026-11-22T08:20:00Z");
            }
        });
    }

    /** The same for bodies. */
    @Bean
    static Module storableValuesModule() {
        SimpleModule module = new SimpleModule("storable-values");
        module.addDeserializer(String.class, new StorableText());
        module.addDeserializer(Instant.class, new StorableTime());
        return module;
    }

    private static final class StorableText extends StdScalarDeserializer<String> {
        private static final long serialVersionUID = 1L;

        StorableText() {
            super(String.class);
        }

        @Override
        public @Nullable String deserialize(JsonParser json, DeserializationContext context) throws IOException {
            String text = StringDeserializer.instance.deserialize(json, context);
            return text == null || isStorable(text)
                    ? text
                    : (String) context.handleWeirdStringValue(String.class, "", "NUL or half a character is no text");
        }
    }

    private static final class StorableTime extends StdScalarDeserializer<Instant> {
        private static final long serialVersionUID = 1L;

        StorableTime() {
            super(Instant.class);
        }

        @Override
        public @Nullable Instant deserialize(JsonParser json, DeserializationContext context) throws IOException {
            Instant time = InstantDeserializer.INSTANT.deserialize(json, context);
            return time == null || isStorable(time)
                    ? time
                    : (Instant) context.handleWeirdStringValue(Instant.class, "", "a time of the years 1 to 9999");
        }
    }
}
