package org.unifiedhotline.matching.comparison;

/** 64-bit hashes that stay the same over versions and machines: they are stored. FNV-1a with a final mix (Stafford's 13). */
public final class Hashing {
    private static final long OFFSET = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;

    private Hashing() {}

    /** The hash of a text. */
    public static long of(String text) {
        long hash = OFFSET;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * PRIME;
        }
        return mix(hash);
    }

    /** A hash followed by another; the order matters. */
    public static long then(long first, long second) {
        return mix(first * PRIME + second);
    }

    /** Spreads every bit over all. */
    public static long mix(long value) {
        long z = value;
        z = (z ^ z >>> 30) * 0xbf58476d1ce4e5b9L;
        z = (z ^ z >>> 27) * 0x94d049bb133111ebL;
        return z ^ z >>> 31;
    }
}
