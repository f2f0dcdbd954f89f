package org.unifiedhotline.console;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.unifiedhotline.console.access.Caller;
import org.unifiedhotline.console.access.RolesTable;

/** What the running service answers to, taken from its own mappings: a call that is added later is attacked without being named here. */
final class Endpoints {
    private static final Pattern VARIABLE = Pattern.compile("\\{([^}]*)}");
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What a call must be given to be looked at, by parameter. */
    private static final Map<String, String> NEEDED = Map.of("from", "2021-01-01", "to", "2021-12-31");

    /** Those of calls that take all that are given. */
    private static final List<String> OF_SEARCH = List.of(
            "q", "size", "cursor", "facets", "sort", "bornFrom", "bornTo", "lastContactFrom", "province", "role");

    /** The same of FHIR's. */
    private static final List<String> OF_FHIR = List.of(
            "_id",
            "identifier",
            "name",
            "name:exact",
            "family",
            "given",
            "birthdate",
            "telecom",
            "phone",
            "gender",
            "_count",
            "_page",
            "_format");

    private static final String MATCH = "/fhir/Patient/$match";

    private Endpoints() {}

    /**
     * A call.
     *
     * @param body what its body is made of; null if it takes none
     */
    record Endpoint(
            String method,
            String pattern,
            List<String> parameters,
            @Nullable Class<?> body) {
        boolean hasVariables() {
            return pattern.contains("{");
        }

        List<String> variables() {
            return VARIABLE.matcher(pattern)
                    .results()
                    .map(found -> found.group(1))
                    .toList();
        }

        /** Its address, with these in the places that are open. */
        String path(Function<String, String> values) {
            return VARIABLE.matcher(pattern)
                    .replaceAll(found -> java.util.regex.Matcher.quoteReplacement(values.apply(found.group(1))));
        }

        /** Its address where nothing is. */
        String path() {
            return path(variable -> pattern.contains("/master-records/")
                            || pattern.contains("/exports/")
                            || pattern.startsWith("/fhir/")
                    ? variable.equals("time") ? "2026-01-01T00:00:00Z" : ExpectedAccess.UNKNOWN
                    : switch (variable) {
                        case "source" -> "switchboard";
                        case "table" -> "nguoi_goi";
                        case "figure" -> "contacts";
                        case "centre" -> "HANOI";
                        case "component" -> "PBX";
                        default -> "999";
                    });
        }

        /** What a call needs, and this parameter. */
        String query(String parameter, String value) {
            Map<String, String> all = new TreeMap<>();
            NEEDED.forEach((name, usual) -> {
                if (parameters.contains(name)) {
                    all.put(name, usual);
                }
            });
            all.put(parameter, value);
            List<String> pairs = new ArrayList<>();
            all.forEach((name, given) -> pairs.add(Http.encoded(name) + "=" + Http.encoded(given)));
            return "?" + String.join("&", pairs);
        }

        /** A body as the call takes it, in which every text is this one. */
        ObjectNode body(String text) {
            ObjectNode node = JSON.createObjectNode();
            if (pattern.equals(MATCH)) {
                putDescription(node, text);
            } else if (body != null && body.isRecord()) {
                for (RecordComponent component : body.getRecordComponents()) {
                    put(node, component, text);
                }
            }
            return node;
        }

        private static void putDescription(ObjectNode node, String text) {
            node.put("resourceType", "Parameters");
            ObjectNode patient = node.putArray("parameter")
                    .addObject()
                    .put("name", "resource")
                    .putObject("resource")
                    .put("resourceType", "Patient");
            patient.putArray("name").addObject().put("text", text).put("family", text);
            patient.putArray("identifier").addObject().put("value", text);
            patient.putArray("telecom").addObject().put("system", "phone").put("value", text);
            patient.putArray("address").addObject().put("state", text).put("district", text);
        }

        private static void put(ObjectNode node, RecordComponent component, String text) {
            Class<?> type = component.getType();
            if (type == String.class) {
                node.put(component.getName(), text);
            } else if (type == long.class || type == int.class || type == Integer.class || type == Long.class) {
                node.put(component.getName(), 1);
            } else if (type == boolean.class || type == Boolean.class) {
                node.put(component.getName(), true);
            } else if (Collection.class.isAssignableFrom(type)) {
                if (component.getGenericType().getTypeName().contains("String")) {
                    node.putArray(component.getName()).add(text);
                }
            } else if (type.isEnum()) {
                node.put(component.getName(), type.getEnumConstants()[0].toString());
            }
        }

        @Override
        public String toString() {
            return method + " " + pattern;
        }
    }

    /** All under /api and /fhir, in order. */
    static List<Endpoint> all() {
        Map<String, Endpoint> all = new TreeMap<>();
        for (RequestMappingHandlerMapping mappings : ConsoleService.context()
                .getBeansOfType(RequestMappingHandlerMapping.class)
                .values()) {
            mappings.getHandlerMethods()
                    .forEach((mapping, handler) -> of(mapping, handler).forEach(one -> all.put(one.toString(), one)));
        }
        return all.values().stream()
                .filter(one ->
                        (one.pattern().startsWith("/api/") || one.pattern().startsWith("/fhir/"))
                                && !one.pattern().endsWith(".yaml"))
                .sorted(Comparator.comparing(Endpoint::toString))
                .toList();
    }

    /** What the service's own controllers answer with. */
    static List<java.lang.reflect.Type> answers() {
        List<java.lang.reflect.Type> answers = new ArrayList<>();
        for (RequestMappingHandlerMapping mappings : ConsoleService.context()
                .getBeansOfType(RequestMappingHandlerMapping.class)
                .values()) {
            mappings.getHandlerMethods()
                    .values()
                    .forEach(handler -> answers.add(handler.getMethod().getGenericReturnType()));
        }
        return answers;
    }

    private static List<Endpoint> of(RequestMappingInfo mapping, HandlerMethod handler) {
        Set<RequestMethod> methods = mapping.getMethodsCondition().getMethods();
        List<Endpoint> endpoints = new ArrayList<>();
        for (String pattern : mapping.getPatternValues()) {
            for (RequestMethod method : methods.isEmpty() ? Set.of(RequestMethod.GET) : methods) {
                endpoints.add(new Endpoint(
                        method.name(), pattern, parameters(handler, pattern.startsWith("/fhir/")), body(handler)));
            }
        }
        return endpoints;
    }

    private static List<String> parameters(HandlerMethod handler, boolean fhir) {
        List<String> names = new ArrayList<>();
        for (Parameter parameter : handler.getMethod().getParameters()) {
            RequestParam asked = parameter.getAnnotation(RequestParam.class);
            if (asked != null && Map.class.isAssignableFrom(parameter.getType())) {
                names.addAll(fhir ? OF_FHIR : OF_SEARCH);
            } else if (asked != null) {
                names.add(asked.value().isEmpty() ? parameter.getName() : asked.value());
            }
        }
        return names;
    }

    private static @Nullable Class<?> body(HandlerMethod handler) {
        for (Parameter parameter : handler.getMethod().getParameters()) {
            if (parameter.isAnnotationPresent(RequestBody.class)) {
                return parameter.getType();
            }
        }
        return null;
    }

    /** A script for each role, by the role. */
    static Map<String, Http> scripts() {
        Map<String, Http> scripts = new LinkedHashMap<>();
        scripts.put("supervisor", Http.machine("supervisor-script"));
        scripts.put("officer", Http.machine("office-script"));
        scripts.put("steward", Http.machine("steward-script"));
        scripts.put("admin", Http.machine("admin-script"));
        scripts.put("auditor", Http.machine("auditor-script"));
        scripts.put("legacy-switchboard", Http.machine("legacy-switchboard"));
        scripts.put("legacy-hotline", Http.machine("legacy-hotline"));
        return scripts;
    }

    /** Of these the first who may make the call: what is attacked is what stands behind the permission. */
    static Http allowed(Endpoint endpoint, Map<String, Http> scripts) {
        return scripts.entrySet().stream()
                .filter(script -> mayCall(endpoint, script.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(endpoint + " is nobody's"));
    }

    static boolean mayCall(Endpoint endpoint, String role) {
        return ConsoleService.context()
                .getBean(RolesTable.class)
                .allows(endpoint.method(), endpoint.path(), new Caller("somebody", Set.of(role), null));
    }
}
