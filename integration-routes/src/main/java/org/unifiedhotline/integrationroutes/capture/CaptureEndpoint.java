package org.unifiedhotline.integrationroutes.capture;

import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.support.DefaultEndpoint;

/** A source system as an endpoint; changes come from it, nothing goes to it. */
final class CaptureEndpoint extends DefaultEndpoint {
    private final CaptureComponent component;
    private final SourceConnector connector;

    CaptureEndpoint(String uri, CaptureComponent component, SourceConnector connector) {
        super(uri, component);
        this.component = component;
        this.connector = connector;
    }

    @Override
    public Consumer createConsumer(Processor processor) throws Exception {
        CaptureConsumer consumer = new CaptureConsumer(this, processor, component, connector);
        configureConsumer(consumer);
        return consumer;
    }

    @Override
    public Producer createProducer() {
        throw new UnsupportedOperationException("nothing is ever written to a source system");
    }
}
