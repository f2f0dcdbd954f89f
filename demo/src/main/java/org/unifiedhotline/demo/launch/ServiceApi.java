package org.unifiedhotline.demo.launch;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The little the demo asks the service, as a script would: is it up, and is the first load done. */
final class ServiceApi {
    private static final String CLIENT = "office-script";
    private static final Pattern TOKEN = Pattern.compile("\"access_token\"\\s*:\\s*\"([^\"]+)\"");
    private static final Pattern COMPLETE = Pattern.compile("\"firstLoadComplete\"\\s*:\\s*true");
    private static final Pattern ROWS = Pattern.compile("\"liveRows\"\\s*:\\s*(\\d+)");
    private static final Pattern BACKLOGS = Pattern.compile(
            "\"resolution\"\\s*:\\s*(\\d+)\\s*,\\s*\"redo\"\\s*:\\s*(\\d+)\\s*,\\s*\"indexing\"\\s*:\\s*(\\d+)");
    private static final Pattern RESOLVING = Pattern.compile(
            "\"stage\"\\s*:\\s*\"(\\w+)\"\\s*,\\s*\"step\"\\s*:\\s*(\\d+)\\s*,\\s*\"steps\"\\s*:\\s*(\\d+)");

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final String root;
    private Optional<String> token = Optional.empty();

    ServiceApi(int port) {
        this.root = "http://127.0.0.1:" + port;
    }

    /**
     * How far the first load is.
     *
     * @param complete whether all rows that stood at the start can be found by now
     * @param figures the same in words, for people
     */
    record Load(boolean complete, String figures) {}

    boolean isHealthy() {
        return send(HttpRequest.newBuilder(URI.create(root + "/actuator/health")))
                .filter(answer -> answer.statusCode() == 200)
                .isPresent();
    }

    Load load() {
        if (token.isEmpty()) {
            token = askToken();
        }
        Optional<HttpResponse<String>> answer =
                token.flatMap(given -> send(HttpRequest.newBuilder(URI.create(root + "/api/v1/pipeline"))
                        .header("Authorization", "Bearer " + given)));
        if (answer.isEmpty() || answer.get().statusCode() == 401) {
            token = Optional.empty();
            return new Load(false, "the service is not answering yet");
        }
        if (answer.get().statusCode() != 200) {
            throw new DemoProblem(
                    "The service answers " + answer.get().statusCode() + " when asked for /api/v1/pipeline");
        }
        return read(answer.get().body());
    }

    static Load read(String pipeline) {
        long rows = ROWS.matcher(pipeline)
                .results()
                .mapToLong(found -> Long.parseLong(found.group(1)))
                .sum();
        Matcher backlogs = BACKLOGS.matcher(pipeline);
        if (!backlogs.find()) {
            throw new DemoProblem("The service's /api/v1/pipeline tells no backlogs");
        }
        long resolution = Long.parseLong(backlogs.group(1));
        long redo = Long.parseLong(backlogs.group(2));
        long indexing = Long.parseLong(backlogs.group(3));
        boolean complete = COMPLETE.matcher(outermost(pipeline)).find() && resolution + redo + indexing == 0;
        Matcher resolving = RESOLVING.matcher(pipeline);
        String step = resolving.find()
                ? "; who is who, for everybody: step " + resolving.group(2) + " of " + resolving.group(3) + ", "
                        + resolving.group(1).toLowerCase(Locale.ROOT)
                : "";
        return new Load(
                complete,
                rows + " rows captured; " + resolution + " records to resolve, " + redo + " to weigh again, " + indexing
                        + " people to index" + step);
    }

    /** The object less all that lies within: both sources have members of the same names. */
    private static String outermost(String json) {
        StringBuilder outermost = new StringBuilder();
        int depth = 0;
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            depth += c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
            if (depth <= 1) {
                outermost.append(c);
            }
        }
        return outermost.toString();
    }

    private Optional<String> askToken() {
        String basic = Base64.getEncoder().encodeToString((CLIENT + ":" + CLIENT).getBytes(StandardCharsets.US_ASCII));
        return send(HttpRequest.newBuilder(URI.create(root + "/oauth2/token"))
                        .header("Authorization", "Basic " + basic)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials")))
                .map(answer -> TOKEN.matcher(answer.body()))
                .filter(Matcher::find)
                .map(found -> found.group(1));
    }

    private Optional<HttpResponse<String>> send(HttpRequest.Builder request) {
        try {
            return Optional.of(
                    client.send(request.timeout(Duration.ofSeconds(10)).build(), HttpResponse.BodyHandlers.ofString()));
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DemoProblem("The demo is being stopped");
        }
    }
}
