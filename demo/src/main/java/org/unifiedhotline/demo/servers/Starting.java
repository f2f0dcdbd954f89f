package org.unifiedhotline.demo.servers;

/** The first start of a server, which must not leave its folder locked when it fails. */
final class Starting {
    private Starting() {}

    static void orClose(EmbeddedServer server) {
        try {
            server.start();
        } catch (RuntimeException e) {
            server.close();
            throw e;
        }
    }
}
