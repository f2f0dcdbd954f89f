package org.unifiedhotline.demo.launch;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/** Answers the demo's three questions as the service does, from the port that its configuration names. */
final class StandInService {
    private static final String PIPELINE = """
            {"caughtUp":true,"firstLoadComplete":true,"backlogs":{"resolution":0,"redo":0,"indexing":0},"sources":[],"tables":[]}""";

    private StandInService() {}

    public static void main(String[] arguments) throws IOException {
        String file = arguments[1].substring("--spring.config.additional-location=file:".length());
        Properties settings = new Properties();
        try (var reader = Files.newBufferedReader(Path.of(file))) {
            settings.load(reader);
        }
        int port = Integer.parseInt(settings.getProperty("server.port"));
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        answer(server, "/actuator/health", "{\"status\":\"UP\"}");
        answer(server, "/oauth2/token", "{\"access_token\":\"token\"}");
        answer(server, "/api/v1/pipeline", PIPELINE);
        server.start();
    }

    private static void answer(HttpServer server, String path, String text) {
        server.createContext(path, exchange -> {
            byte[] body = text.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            try (var out = exchange.getResponseBody()) {
                out.write(body);
            }
        });
    }
}
