package org.unifiedhotline.masterrecords.audit;

import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Where the chain ends, or ended once: the number of its last entry and that entry's keyed hash. */
@SuppressWarnings("ArrayRecordComponent") // compared by content below
record Head(long sequence, byte[] mac) {
    /** Before the first entry. */
    static final Head NONE = new Head(0, new byte[Chain.BYTES]);

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Head head && sequence == head.sequence && Arrays.equals(mac, head.mac);
    }

    @Override
    public int hashCode() {
        return Long.hashCode(sequence);
    }

    @Override
    public String toString() {
        return sequence + " " + HexFormat.of().formatHex(mac);
    }
}
