package org.unifiedhotline.integrationroutes.capture;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.mappings.source.SourceChange;
import org.unifiedhotline.mappings.source.SourceChange.RowDeleted;
import org.unifiedhotline.mappings.source.SourceChange.RowWritten;

/**
 * Hands a batch on in portions that fit into memory, however wide rows are: Debezium bounds the bytes that wait, but adds to a batch while
 * it makes one, and bounds that by the number of rows alone. Most batches are one portion.
 */
final class Portions implements CaptureSink {
    /** What a value is reckoned for that is no text, in characters. */
    private static final int OTHER = 8;

    private final CaptureSink sink;
    private final long mostCharacters;

    /**
     * Portions for a sink.
     *
     * @param mostCharacters of the values of a portion, unless its only row alone has more
     */
    Portions(CaptureSink sink, long mostCharacters) {
        this.sink = sink;
        this.mostCharacters = mostCharacters;
    }

    @Override
    public void take(List<SourceChange> changes) throws Exception {
        int from = 0;
        long characters = 0;
        for (int at = 0; at < changes.size(); at++) {
            long one = charactersOf(changes.get(at));
            if (at > from && characters + one > mostCharacters && !isMovedTo(changes.get(at), changes.get(at - 1))) {
                sink.take(changes.subList(from, at));
                if (Thread.interrupted()) {
                    throw new InterruptedException("stopped between two portions");
                }
                from = at;
                characters = 0;
            }
            characters += one;
        }
        if (from < changes.size()) {
            sink.take(changes.subList(from, changes.size()));
        }
    }

    /** A key that was changed comes as a deletion and an insert at one position: the person is not to be gone in between. */
    private static boolean isMovedTo(SourceChange change, SourceChange before) {
        return before instanceof RowDeleted && before.position().equals(change.position());
    }

    private static long charactersOf(SourceChange change) {
        long characters = 0;
        if (change instanceof RowWritten written) {
            for (@Nullable Object value : written.row().columns().values()) {
                characters += charactersOf(value);
            }
        }
        return characters;
    }

    private static long charactersOf(@Nullable Object value) {
        return switch (value) {
            case String text -> text.length();
            case List<?> many -> many.stream().mapToLong(Portions::charactersOf).sum();
            case null, default -> OTHER;
        };
    }
}
