package org.unifiedhotline.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Sends bytes that no decent client would. */
final class RawHttp {
    /** Longer than the server waits for the rest of a request (20 s): who waits as long as it does sees either end first. */
    private static final int PATIENCE_MILLIS = 60_000;

    private RawHttp() {}

    /** What is answered to these lines; what stands between them is given as it is. Empty if the line is cut. */
    static String send(String request) {
        int port = ConsoleService.context().getWebServer().getPort();
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (java.net.SocketException cut) {
            return "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Asks for a path as it is written. */
    static String get(String path, String... headers) {
        StringBuilder request = new StringBuilder("GET " + path + " HTTP/1.1\r\nConnection: close\r\n");
        boolean host = false;
        for (String header : headers) {
            host |= header.startsWith("Host:");
            request.append(header).append("\r\n");
        }
        return send(request + (host ? "" : "Host: 127.0.0.1\r\n") + "\r\n");
    }

    /** The status of an answer; 0 if there is none. */
    static int status(String answer) {
        return answer.startsWith("HTTP/1.1 ") ? Integer.parseInt(answer.substring(9, 12)) : 0;
    }
}
