package org.unifiedhotline.integrationroutes.events;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import org.apache.camel.Exchange;
import org.unifiedhotline.masterrecords.events.EventReceiver;
import org.unifiedhotline.masterrecords.events.MasterEvent;

/**
 * Writes each page as a file of its own, an event a line, named by the positions it spans so that names sort as events
 * happened. The signature lies beside it and is there first; both appear whole.
 */
final class FilePerPage implements EventReceiver {
    private final Outlet outlet;
    private final Path folder;
    private final Signature signature;
    private final Clock clock;

    FilePerPage(Outlet outlet, Path folder, Signature signature, Clock clock) {
        this.outlet = outlet;
        this.folder = folder;
        this.signature = signature;
        this.clock = clock;
    }

    @Override
    public void take(List<MasterEvent> events, LongConsumer received) {
        long last = events.getLast().position();
        String name = "events-%019d-%019d.jsonl".formatted(events.getFirst().position(), last);
        byte[] lines = lines(events);
        outlet.send(signatureOf(name, lines), Map.of(Exchange.FILE_NAME, name + ".signature"));
        outlet.send(lines, Map.of(Exchange.FILE_NAME, name));
        keep(folder);
        received.accept(last);
    }

    private static byte[] lines(List<MasterEvent> events) {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        for (MasterEvent event : events) {
            lines.writeBytes(EventJson.of(event));
            lines.write('\n');
        }
        return lines.toByteArray();
    }

    private byte[] signatureOf(String name, byte[] lines) {
        Instant now = clock.instant();
        return """
                webhook-id: %s
                webhook-timestamp: %d
                webhook-signature: %s
                """.formatted(name, now.getEpochSecond(), signature.of(name, now, lines))
                .getBytes(StandardCharsets.UTF_8);
    }

    /** So that the new names too outlive a power cut. */
    private static void keep(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
