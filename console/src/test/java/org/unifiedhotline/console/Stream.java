package org.unifiedhotline.console;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** An open stream of server-sent events, read by a thread of its own. */
final class Stream implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 60;
    private static final Event END = new Event("end of the stream", "", "");

    private final InputStream body;
    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();

    /** One event, as it came. */
    record Event(String name, String id, String data) {
        JsonNode json() {
            try {
                return new ObjectMapper().readTree(data);
            } catch (IOException notJson) {
                throw new UncheckedIOException(notJson);
            }
        }
    }

    private Stream(InputStream body) {
        this.body = body;
        Thread.ofVirtual().start(this::read);
    }

    static Stream open(Http caller, @Nullable String lastEventId) {
        HttpResponse<InputStream> answer = caller.stream("/api/v1/live", lastEventId);
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("the stream answered " + answer.statusCode());
        }
        return new Stream(answer.body());
    }

    /** How the stream answers; it is closed at once. */
    static int status(Http caller, @Nullable String lastEventId) {
        HttpResponse<InputStream> answer = caller.stream("/api/v1/live", lastEventId);
        try (InputStream closed = answer.body()) {
            return answer.statusCode();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /** The next event of this name; those of other names before it are passed over. */
    Event await(String name) {
        Event event = next();
        while (!event.name().equals(name)) {
            if (event == END) {
                throw new IllegalStateException("the stream ended without " + name);
            }
            event = next();
        }
        return event;
    }

    /** The people of whom it is told until this one was so often. */
    List<String> peopleUntil(String last, int times) {
        List<String> people = new ArrayList<>();
        while (Collections.frequency(people, last) < times) {
            people.add(await("person").json().path("masterId").asText());
        }
        return people;
    }

    /** Whether an event of this name came by now that nobody awaited. */
    boolean heard(String name) {
        return events.stream().anyMatch(event -> event.name().equals(name));
    }

    boolean hasEnded() {
        Event event = next();
        while (event != END) {
            event = next();
        }
        return true;
    }

    @Override
    public void close() {
        try {
            body.close();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private Event next() {
        try {
            Event event = events.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (event == null) {
                throw new IllegalStateException("nothing came for " + PATIENCE_SECONDS + " s");
            }
            return event;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private void read() {
        String name = "";
        String id = "";
        String data = "";
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("event:")) {
                    name = line.substring(6).trim();
                } else if (line.startsWith("id:")) {
                    id = line.substring(3).trim();
                } else if (line.startsWith("data:")) {
                    data = line.substring(5).trim();
                } else if (line.isEmpty() && !name.isEmpty()) {
                    events.add(new Event(name, id, data));
                    name = "";
                }
            }
        } catch (IOException closed) {
            // by the test, or by the service
        }
        events.add(END);
    }
}
