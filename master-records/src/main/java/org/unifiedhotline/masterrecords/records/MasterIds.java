package org.unifiedhotline.masterrecords.records;

import java.security.SecureRandom;
import java.util.UUID;

/** Makes master ids: version 7 UUIDs (RFC 9562), the millisecond first, so that new rows stand together in an index. */
public final class MasterIds {
    private static final SecureRandom RANDOM = new SecureRandom();

    private MasterIds() {}

    /** An id that was never used, made at this millisecond since 1970. */
    public static MasterId next(long millisecond) {
        long high = (millisecond << 16) | 0x7000 | (RANDOM.nextLong() & 0x0FFF);
        long low = (RANDOM.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new MasterId(new UUID(high, low));
    }
}
