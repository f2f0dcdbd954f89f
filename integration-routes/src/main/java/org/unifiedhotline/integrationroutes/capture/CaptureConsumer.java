package org.unifiedhotline.integrationroutes.capture;

import java.time.Duration;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.support.DefaultConsumer;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.mappings.source.SourceChange;

/** Runs a capture loop while its route runs, and gives the route a batch at a time. */
final class CaptureConsumer extends DefaultConsumer {
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(45);

    private final CaptureComponent component;
    private final SourceConnector connector;
    private @Nullable Thread thread;

    CaptureConsumer(
            CaptureEndpoint endpoint, Processor processor, CaptureComponent component, SourceConnector connector) {
        super(endpoint, processor);
        this.component = component;
        this.connector = connector;
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        CaptureProgress progress = new CaptureProgress(connector.system());
        CaptureSink sink = new Portions(this::take, CaptureEngine.bytesAtATime() / Character.BYTES);
        CaptureLoop loop = new CaptureLoop(connector, component.store(), component.ledger(), sink, progress);
        component.captures().started(connector.system(), loop, progress);
        thread = Thread.ofPlatform()
                .name("capture-loop-" + connector.system().code())
                .start(loop);
    }

    @Override
    protected void doStop() throws Exception {
        Thread running = thread;
        thread = null;
        if (running != null) {
            running.interrupt();
            running.join(STOP_PATIENCE);
        }
        super.doStop();
    }

    private void take(List<SourceChange> changes) throws Exception {
        Exchange exchange = createExchange(false);
        try {
            exchange.getIn().setBody(changes);
            getProcessor().process(exchange);
            Exception failure = exchange.getException();
            if (failure != null) {
                throw failure;
            }
        } finally {
            releaseExchange(exchange, false);
        }
    }
}
