package org.unifiedhotline.integrationroutes.events;

import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Session;
import java.util.ArrayList;
import java.util.List;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.qpid.jms.JmsConnectionFactory;

/** ActiveMQ Artemis, speaking AMQP 1.0 on a port of its own. */
final class Broker implements AutoCloseable {
    private final EmbeddedActiveMQ server = new EmbeddedActiveMQ();
    private final String url;

    Broker(int port) throws Exception {
        this.url = "amqp://127.0.0.1:" + port;
        Configuration configuration = new ConfigurationImpl()
                .setPersistenceEnabled(false)
                .setSecurityEnabled(false)
                .setJMXManagementEnabled(false)
                .addAcceptorConfiguration("amqp", "tcp://127.0.0.1:" + port + "?protocols=AMQP");
        server.setConfiguration(configuration);
        server.start();
    }

    /** Takes so many messages off a queue, waiting for them. */
    List<Message> take(String queue, int count) throws JMSException {
        List<Message> taken = new ArrayList<>();
        try (Connection connection = new JmsConnectionFactory(url).createConnection();
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
