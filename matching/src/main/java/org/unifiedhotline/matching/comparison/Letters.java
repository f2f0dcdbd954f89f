package org.unifiedhotline.matching.comparison;

/**
 * The letters of a text with what tells quickly that two texts are far apart: most pairs that are compared are strangers, and
 * the kernels need not be run on them. Immutable.
 */
final class Letters {
    static final Letters NONE = new Letters("");
    private static final int HEAD = 4;
    /** The kernels look no further. */
    private static final int LONGEST = 64;

    final char[] chars;
    final String text;
    private final long hash;
    /** As far as the kernels look. */
    private final int length;
    /** One bit for a letter that occurs, a second for one that occurs twice. */
    private final long bag;
    /** The first four letters, 16 bits each. */
    private final long head;

    private Letters(String text) {
        this.text = text;
        this.chars = text.toCharArray();
        this.hash = Hashing.of(text);
        this.length = Math.min(LONGEST, chars.length);
        this.bag = bag(chars, length);
        this.head = head(chars);
    }

    static Letters of(String text) {
        return text.isEmpty() ? NONE : new Letters(text);
    }

    private static long bag(char[] chars, int length) {
        long bag = 0;
        for (int i = 0; i < length; i++) {
            long once = 1L << (chars[i] % 32);
            bag |= (bag & once) == 0 ? once : once << 32;
        }
        return bag;
    }

    private static long head(char[] chars) {
        long head = 0;
        for (int i = 0; i < Math.min(HEAD, chars.length); i++) {
            head |= (long) chars[i] << (16 * i);
        }
        return head;
    }

    int length() {
        return chars.length;
    }

    boolean isSame(Letters other) {
        return this == other || (hash == other.hash && text.equals(other.text));
    }

    /** False only if the edit distance is greater than the bound. */
    boolean mayBeWithin(Letters other, int bound) {
        return Math.abs(length - other.length) <= bound
                && Long.bitCount(bag & ~other.bag) <= bound
                && Long.bitCount(other.bag & ~bag) <= bound;
    }

    long hash() {
        return hash;
    }

    /** False only if some letter of this does not occur in the other. */
    boolean mayBeIn(Letters other) {
        return chars.length <= other.chars.length && (other.chars.length > LONGEST || (bag & ~other.bag) == 0);
    }

    /** False only if the Jaro–Winkler similarity is less than the threshold, which is over 0.7. */
    boolean mayBeAlike(Letters other, double threshold) {
        double n = length;
        double m = other.length;
        double common = Math.min(n - Long.bitCount(bag & ~other.bag), m - Long.bitCount(other.bag & ~bag));
        double jaro = (common / n + common / m + 1) / 3;
        long differing = head ^ other.head;
        int prefix = differing == 0 ? HEAD : Long.numberOfTrailingZeros(differing) / 16;
        return jaro + 0.1 * prefix * (1 - jaro) >= threshold;
    }
}
