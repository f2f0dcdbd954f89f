package org.unifiedhotline.app.link;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import org.unifiedhotline.matching.model.Attribute;

/**
 * How many values of a column are none of its kind. They count as missing, which is right for a few and means a wrong kind or
 * an unknown notation if there are many: so it is said. Safe for threads.
 */
final class UnreadValues {
    private final Attribute attribute;
    private final LongAdder values = new LongAdder();
    private final LongAdder unread = new LongAdder();
    private final AtomicLong firstLine = new AtomicLong(Long.MAX_VALUE);

    UnreadValues(Attribute attribute) {
        this.attribute = attribute;
    }

    /** Takes note of a value that is not empty. */
    void note(boolean isRead, long line) {
        values.increment();
        if (!isRead) {
            unread.increment();
            firstLine.accumulateAndGet(line, Math::min);
        }
    }

    /** What is to be said of the column, if anything; the values themselves are not told. */
    Optional<String> complaint() {
        return unread.sum() == 0
                ? Optional.empty()
                : Optional.of("column " + attribute.column() + ": " + unread.sum() + " of " + values.sum()
                        + " values cannot be read as " + attribute.kind().word()
                        + " and count as missing, the first on line "
                        + firstLine.get());
    }
}
