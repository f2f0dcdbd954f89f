package org.unifiedhotline.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The proxy between real sockets: an echo behind it. */
class ProxyTest {
    private ServerSocket echo;
    private Proxy proxy;

    @BeforeEach
    void open() throws IOException {
        echo = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::answer);
        proxy = Proxy.to(echo.getLocalPort());
    }

    @AfterEach
    void close() throws IOException {
        proxy.close();
        echo.close();
    }

    @Test
    @DisplayName("leads there and back, and counts it")
    void passes() throws IOException {
        try (Socket client = connect()) {
            assertThat(said(client, 7)).isEqualTo(7);
        }
        assertThat(proxy.counts().connections()).isEqualTo(1);
        assertThat(proxy.counts().bytes()).isEqualTo(2);
    }

    @Test
    @DisplayName("cuts what stands and lets new connections through")
    void cuts() throws IOException {
        try (Socket client = connect()) {
            assertThat(said(client, 7)).isEqualTo(7);
            assertThat(proxy.cut()).isEqualTo(1);
            assertThatThrownBy(() -> client.getInputStream().read()).isInstanceOf(IOException.class);
        }
        try (Socket next = connect()) {
            assertThat(said(next, 8)).isEqualTo(8);
        }
        assertThat(proxy.counts().cut()).isEqualTo(1);
    }

    @Test
    @DisplayName("stalls without a word, and then goes on with what it held back")
    void stalls() throws IOException {
        try (Socket client = connect()) {
            assertThat(said(client, 7)).isEqualTo(7);
            proxy.stall();
            client.getOutputStream().write(9);
            client.setSoTimeout(300);
            assertThatThrownBy(() -> client.getInputStream().read()).isInstanceOf(SocketTimeoutException.class);
            assertThat(proxy.counts().stalled()).isEqualTo(1);
            proxy.heal();
            client.setSoTimeout(5000);
            assertThat(client.getInputStream().read()).isEqualTo(9);
        }
    }

    @Test
    @DisplayName("holds back the word that nothing more comes, too: a connection stands half open while it stalls")
    void stallsTheEnd() throws IOException {
        try (Socket client = connect()) {
            assertThat(said(client, 7)).isEqualTo(7);
            proxy.stall();
            client.shutdownOutput();
            client.setSoTimeout(300);
            assertThatThrownBy(() -> client.getInputStream().read()).isInstanceOf(SocketTimeoutException.class);
            proxy.heal();
            client.setSoTimeout(5000);
            assertThat(client.getInputStream().read()).isNegative();
        }
    }

    @Test
    @DisplayName("refuses everybody, as if nobody was there")
    void refuses() throws IOException {
        proxy.refuse();
        assertThatThrownBy(() -> {
                    try (Socket client = connect()) {
                        client.getOutputStream().write(1);
                        if (client.getInputStream().read() < 0) {
                            throw new IOException("the end");
                        }
                    }
                })
                .isInstanceOf(IOException.class);
        proxy.heal();
        try (Socket client = connect()) {
            assertThat(said(client, 5)).isEqualTo(5);
        }
    }

    private Socket connect() throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), proxy.port());
    }

    private static int said(Socket client, int word) throws IOException {
        client.setSoTimeout(5000);
        client.getOutputStream().write(word);
        return client.getInputStream().read();
    }

    private void answer() {
        while (!echo.isClosed()) {
            try {
                Socket client = echo.accept();
                Thread.ofVirtual().start(() -> {
                    try (client) {
                        client.getInputStream().transferTo(client.getOutputStream());
                    } catch (IOException e) {
                        // cut: that is the proxy's work
                    }
                });
            } catch (IOException e) {
                return;
            }
        }
    }
}
