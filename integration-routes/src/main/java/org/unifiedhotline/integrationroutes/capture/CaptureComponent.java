package org.unifiedhotline.integrationroutes.capture;

import java.util.Map;
import org.apache.camel.Endpoint;
import org.apache.camel.support.DefaultComponent;
import org.unifiedhotline.mappings.source.SourceSystem;

/**
 * The Camel component {@code capture:}: {@code from("capture:switchboard")} gives exchanges whose body is a
 * {@code List<SourceChange>}, in the order of the source's log. A batch is acknowledged to the source when its exchange
 * completed without an exception, and comes again otherwise.
 */
public final class CaptureComponent extends DefaultComponent {
    private final Map<SourceSystem, CaptureSettings> settings;
    private final CaptureStore store;
    private final CaptureLedger ledger;
    private final Captures captures;

    /** @param settings of the sources that can be captured */
    public CaptureComponent(
            Map<SourceSystem, CaptureSettings> settings, CaptureStore store, CaptureLedger ledger, Captures captures) {
        this.settings = Map.copyOf(settings);
        this.store = store;
        this.ledger = ledger;
        this.captures = captures;
    }

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) {
        SourceSystem system = SourceSystem.of(remaining);
        CaptureSettings ofSystem = settings.get(system);
        if (ofSystem == null) {
            throw new IllegalArgumentException("unified-hotline.sources." + remaining + " is not configured");
        }
        return new CaptureEndpoint(uri, this, SourceConnector.of(ofSystem));
    }

    CaptureStore store() {
        return store;
    }

    CaptureLedger ledger() {
        return ledger;
    }

    Captures captures() {
        return captures;
    }
}
