package org.unifiedhotline.console.problems;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Tells in the API's description how each call can end otherwise than well. What it says follows from what a call is: whose
 * login it needs, what it names, whether it decides; so a new call is described like its kin.
 */
@Configuration(proxyBeanMethods = false)
class DescribedProblems {
    private static final String SCHEMA = "Problem";
    private static final String API = "/api/v1/";

    @Bean
    OpenApiCustomizer problemsOfEveryCall() {
        return description -> {
            description.getComponents().addSchemas(SCHEMA, problem());
            description
                    .getPaths()
                    .forEach((path, item) -> item.readOperationsMap()
                            .forEach((method, call) -> endings(path, method, call)
                                    .forEach((status, words) -> {
                                        if (!call.getResponses().containsKey(status)) {
                                            call.getResponses().addApiResponse(status, response(status, words));
                                        }
                                    })));
        };
    }

    private static Schema<?> problem() {
        return new ObjectSchema()
                .description("RFC 9457. Holds no value of a person; a conflict (409) also holds what stands now:"
                        + " 'task', 'decision' or 'masterId'.")
                .addProperty("type", new StringSchema().description("urn:unified-hotline:problem:…"))
                .addProperty("title", new StringSchema())
                .addProperty("status", new IntegerSchema())
                .addProperty("detail", new StringSchema().description("a sentence for whoever made the call"));
    }

    private static ApiResponse response(String status, String words) {
        ApiResponse response = new ApiResponse().description(words);
        boolean well = status.charAt(0) < '4';
        return well
                ? response
                : response.content(new Content()
                        .addMediaType(
                                "application/problem+json",
                                new MediaType().schema(new Schema<>().$ref("#/components/schemas/" + SCHEMA))));
    }

    private static Map<String, String> endings(String path, HttpMethod method, Operation call) {
        Map<String, String> endings = new LinkedHashMap<>();
        boolean ofPerson = path.startsWith(API + "master-records/");
        boolean decides = method == HttpMethod.POST
                && (ofPerson || path.startsWith(API + "decisions/") || path.startsWith(API + "review-tasks/"));
        boolean mayWait = decides && !path.matches(".*/(claim|assign|comments|decisions|split|pin)");
        if (mayWait) {
            endings.put("202", "It waits for the approval of another person.");
        }
        if (ofPerson && method == HttpMethod.GET) {
            endings.put("301", "The id was merged away: Location leads to the one that stands.");
        }
        if (call.getRequestBody() != null
                || (call.getParameters() != null && !call.getParameters().isEmpty())) {
            endings.put("400", "A parameter or the body is not what the call takes.");
        }
        endings.put("401", "No login, or a token that is malformed, forged or expired.");
        endings.put(
                "403",
                decides
                        ? "The role does not allow the call, the caller is not cleared for the person, or would approve their own decision."
                        : "The role does not allow the call, or the caller is not cleared for what it names.");
        if (path.contains("{")) {
            endings.put("404", "What the call names never was.");
        }
        if (ofPerson || path.startsWith(API + "crosswalk/{")) {
            endings.put("410", "What the call names is no more.");
        }
        if (decides || (method == HttpMethod.POST && path.contains("{"))) {
            endings.put("409", "It does not stand as the caller thought; the problem holds what stands now.");
        }
        if (decides || ofPerson) {
            endings.put("503", "Everybody is being resolved just now; Retry-After says when to try again.");
        }
        endings.put("500", "The service failed; its log says more.");
        return endings;
    }
}
