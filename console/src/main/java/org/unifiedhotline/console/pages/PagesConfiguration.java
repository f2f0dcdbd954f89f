package org.unifiedhotline.console.pages;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;

/**
 * Where the pages stand. Files with a hash in their name are kept by browsers for a year; the page that names them is
 * asked for again every time.
 */
@Configuration(proxyBeanMethods = false)
class PagesConfiguration implements WebMvcConfigurer {
    private static final String FOLDER = "/org/unifiedhotline/console/pages/";
    private static final String BUILT = "classpath:" + FOLDER;

    @Bean
    SimpleUrlHandlerMapping indexPage() {
        return new SimpleUrlHandlerMapping(
                Map.of("/index.html", new IndexPage(new ClassPathResource(FOLDER + "index.html"))), -1);
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry files) {
        files.addResourceHandler("/assets/**")
                .addResourceLocations(BUILT + "assets/")
                .setCacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable());
        files.addResourceHandler("/favicon.svg").addResourceLocations(BUILT).setCacheControl(CacheControl.noCache());
    }

    /** The addresses of the pages; each has its line in {@code roles.yaml} and its route in {@code web/src/routes.tsx}. */
    private static final List<String> PAGES = List.of(
            "/",
            "/login",
            "/people/{id}",
            "/people/{id}/rights",
            "/tasks",
            "/tasks/{id}",
            "/approvals",
            "/decisions/{id}",
            "/dashboard",
            "/dashboard/{figure}",
            "/pipeline",
            "/wall",
            "/models",
            "/quality",
            "/audit",
            "/users");

    @Override
    public void addViewControllers(ViewControllerRegistry pages) {
        for (String page : PAGES) {
            pages.addViewController(page).setViewName("forward:/index.html");
        }
    }
}
