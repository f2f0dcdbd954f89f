package org.unifiedhotline.console.operation;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.DelegatingSpanData;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * Takes everything out of spans that could hold what people typed or rows say, before they leave the process: addresses as they were asked for,
 * messages of exceptions, and whatever a library may add tomorrow.
 */
final class BareSpans implements SpanExporter {
    private static final Set<String> KEPT = Set.of("method", "uri", "status", "outcome", "exception", "error");

    private final SpanExporter exporter;

    BareSpans(SpanExporter exporter) {
        this.exporter = exporter;
    }

    @Override
    public CompletableResultCode export(Collection<SpanData> spans) {
        return exporter.export(spans.stream().<SpanData>map(Bare::new).toList());
    }

    @Override
    public CompletableResultCode flush() {
        return exporter.flush();
    }

    @Override
    public CompletableResultCode shutdown() {
        return exporter.shutdown();
    }

    /** Names, times, ids, and the attributes that are codes. */
    private static final class Bare extends DelegatingSpanData {
        private final Attributes attributes;

        Bare(SpanData span) {
            super(span);
            AttributesBuilder kept = Attributes.builder();
            span.getAttributes().forEach((key, value) -> {
                if (KEPT.contains(key.getKey())) {
                    kept.put(AttributeKey.stringKey(key.getKey()), String.valueOf(value));
                }
            });
            this.attributes = kept.build();
        }

        @Override
        public Attributes getAttributes() {
            return attributes;
        }

        @Override
        public int getTotalAttributeCount() {
            return attributes.size();
        }

        @Override
        public List<EventData> getEvents() {
            return List.of();
        }

        @Override
        public int getTotalRecordedEvents() {
            return 0;
        }

        @Override
        public StatusData getStatus() {
            return StatusData.create(super.getStatus().getStatusCode(), "");
        }
    }
}
