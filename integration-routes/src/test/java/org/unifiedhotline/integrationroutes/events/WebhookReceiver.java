package org.unifiedhotline.integrationroutes.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/** An HTTP server that takes events, answers what it was told to, and forgets nothing. */
final class WebhookReceiver implements AutoCloseable {
    /** Instead of an answer: none. */
    static final int NEVER = 0;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private volatile CountDownLatch held = new CountDownLatch(0);
    private final Queue<Integer> answers = new ArrayDeque<>();
    private final List<Call> calls = new CopyOnWriteArrayList<>();

    /** A call, as it came. */
    record Call(String path, String id, String timestamp, String signature, String body, int answered) {
        JsonNode json() {
            try {
                return JSON.readTree(body);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    WebhookReceiver() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::take);
        server.start();
    }

    /** What it answers to the next calls; 204 when nothing is left. */
    synchronized void answer(int... codes) {
        for (int code : codes) {
            answers.add(code);
        }
    }

    /** Answers nothing until it is released. */
    void hold() {
        held = new CountDownLatch(1);
    }

    void release() {
        held.countDown();
    }

    List<Call> calls() {
        return List.copyOf(calls);
    }

    List<Call> accepted() {
        return calls.stream().filter(call -> call.answered() == 204).toList();
    }

    String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    private void take(HttpExchange exchange) throws IOException {
        int answer = noted(exchange);
        try {
            held.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (answer != NEVER) {
            exchange.sendResponseHeaders(answer, -1);
            exchange.close();
        }
    }

    private synchronized int noted(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        int answer = answers.isEmpty() ? 204 : answers.remove();
        calls.add(new Call(
                exchange.getRequestMethod() + " " + exchange.getRequestURI(),
                exchange.getRequestHeaders().getFirst("webhook-id"),
                exchange.getRequestHeaders().getFirst("webhook-timestamp"),
                exchange.getRequestHeaders().getFirst("webhook-signature"),
                body,
                answer));
        return answer;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
