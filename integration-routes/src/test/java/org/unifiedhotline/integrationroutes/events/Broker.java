package org.unifiedhotline.integrationroutes.events;

import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Session;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.config.impl.SecurityConfiguration;
import org.apache.activemq.artemis.core.security.Role;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.spi.core.security.ActiveMQJAASSecurityManager;
import org.apache.activemq.artemis.spi.core.security.jaas.InVMLoginModule;
import org.apache.qpid.jms.JmsConnectionFactory;

/** ActiveMQ Artemis, speaking AMQP 1.0 on a port of its own. */
final class Broker implements AutoCloseable {
    private final EmbeddedActiveMQ server = new EmbeddedActiveMQ();
    private final JmsConnectionFactory connections;

    /** One that lets anybody in, without TLS. */
    Broker(int port) throws Exception {
        this.connections = new JmsConnectionFactory("amqp://127.0.0.1:" + port);
        start(port, "", false);
    }

    /** One that speaks TLS only, with the certificate in a key store, and lets in one account. */
    Broker(int port, KeyStoreFile keys, String user, String password) throws Exception {
        this.connections = new JmsConnectionFactory(user, password, "amqps://localhost:" + port + "?" + keys.trust());
        SecurityConfiguration accounts = new SecurityConfiguration();
        accounts.addUser(user, password);
        accounts.addRole(user, "all");
        server.setSecurityManager(new ActiveMQJAASSecurityManager(InVMLoginModule.class.getName(), accounts));
        start(
                port,
                ";sslEnabled=true;keyStorePath=" + keys.path() + ";keyStorePassword=" + KeyStoreFile.PASSWORD,
                true);
    }

    private void start(int port, String more, boolean secured) throws Exception {
        Configuration configuration = new ConfigurationImpl()
                .setPersistenceEnabled(false)
                .setSecurityEnabled(secured)
                .setJMXManagementEnabled(false)
                .addAcceptorConfiguration("amqp", "tcp://127.0.0.1:" + port + "?protocols=AMQP" + more);
        configuration.putSecurityRoles(
                "#", Set.of(new Role("all", true, true, true, true, true, true, true, true, true, true, true, true)));
        server.setConfiguration(configuration);
        server.start();
    }

    /** A certificate of this machine that no authority signed, and who trusts it. */
    record KeyStoreFile(Path path) {
        static final String PASSWORD = "of-the-test";

        static KeyStoreFile in(Path folder) throws IOException, InterruptedException {
            Path path = folder.resolve("broker.p12");
            int exit = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "keytool")
                                    .toString(),
                            "-genkeypair",
                            "-alias",
                            "broker",
                            "-keyalg",
                            "EC",
                            "-dname",
                            "CN=localhost",
                            "-ext",
                            "SAN=dns:localhost",
                            "-storetype",
                            "PKCS12",
                            "-keystore",
                            path.toString(),
                            "-storepass",
                            PASSWORD)
                    .inheritIO()
                    .start()
                    .waitFor();
            if (exit != 0) {
                throw new IllegalStateException("keytool ended with " + exit);
            }
            return new KeyStoreFile(path);
        }

        /** What a URL says to trust it. */
        String trust() {
            return "transport.trustStoreLocation=" + path + "&transport.trustStorePassword=" + PASSWORD
                    + "&transport.trustStoreType=PKCS12";
        }
    }

    /** Takes so many messages off a queue, waiting for them. */
    List<Message> take(String queue, int count) throws JMSException {
        List<Message> taken = new ArrayList<>();
        try (Connection connection = connections.createConnection();
                Session session = connection.createSession(Session.AUTO_ACKNOWLEDGE);
                MessageConsumer consumer = session.createConsumer(session.createQueue(queue))) {
            connection.start();
            while (taken.size() < count) {
                Message message = consumer.receive(60_000);
                if (message == null) {
                    return taken;
                }
                taken.add(message);
            }
        }
        return taken;
    }

    @Override
    public void close() throws Exception {
        server.stop();
    }
}
