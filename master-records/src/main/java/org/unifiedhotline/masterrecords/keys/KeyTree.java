package org.unifiedhotline.masterrecords.keys;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A secret for every number up to 2<sup>40</sup>, of which any can be destroyed while all others stay: the tree of Goldreich,
 * Goldwasser and Micali (How to construct random functions, 1986), punctured (Boneh, Waters: Constrained pseudorandom
 * functions, 2013). A node's children are HMAC-SHA-256 of their places under its secret, sixteen of them on ten levels. At first only
 * the root is kept; to destroy a number, what stands above it is replaced by all that stands beside its way down. So
 * nothing is written for a number that is used, and a few kilobytes for one that is destroyed; numbers that are destroyed
 * beside each other share them.
 *
 * <p>Does not change: {@link #without} makes another tree.
 */
final class KeyTree {
    static final int LEVELS = 10;
    private static final int BITS = 4;
    private static final int CHILDREN = 1 << BITS;
    static final long NUMBERS = 1L << (LEVELS * BITS);
    /** Numbers are handed out by blocks of 256: the secret two levels above them is remembered. */
    private static final int REMEMBERED_LEVEL = LEVELS - 2;

    private static final int MOST_REMEMBERED = 8_192;

    private final Map<Node, byte[]> nodes;
    private final Map<Long, byte[]> remembered = new ConcurrentHashMap<>();

    /**
     * A node.
     *
     * @param level from 0, the root
     * @param prefix the number's first {@code level} digits of base 16
     */
    record Node(int level, long prefix) {
        Node {
            if (level < 0 || level > LEVELS || prefix < 0 || prefix >>> (level * BITS) != 0) {
                throw new IllegalArgumentException("no node of the tree: " + level + " " + prefix);
            }
        }

        private Node child(int place) {
            return new Node(level + 1, prefix << BITS | place);
        }
    }

    private KeyTree(Map<Node, byte[]> nodes) {
        this.nodes = nodes;
    }

    /** The whole tree under a root's secret. */
    static KeyTree ofRoot(byte[] secret) {
        return of(Map.of(new Node(0, 0), secret));
    }

    /** What is left of a tree. */
    static KeyTree of(Map<Node, byte[]> nodes) {
        return new KeyTree(Collections.unmodifiableMap(new HashMap<>(nodes)));
    }

    /** All that has to be kept. */
    Map<Node, byte[]> nodes() {
        return nodes;
    }

    /** The secret of a number; null if it was destroyed. */
    byte @Nullable [] secret(long number) {
        byte[] block = remembered.get(number >>> ((LEVELS - REMEMBERED_LEVEL) * BITS));
        if (block != null) {
            return down(block, REMEMBERED_LEVEL, number);
        }
        Node above = above(number);
        return above == null ? null : down(Objects.requireNonNull(nodes.get(above)), above.level(), number);
    }

    /** Whether a number was not destroyed. */
    boolean holds(long number) {
        return above(number) != null;
    }

    /** The tree without these numbers; those that were destroyed before change nothing. */
    KeyTree without(Collection<Long> numbers) {
        Map<Node, byte[]> left = new HashMap<>(nodes);
        for (long number : numbers) {
            puncture(left, number);
        }
        return of(left);
    }

    private static void puncture(Map<Node, byte[]> left, long number) {
        Node at = above(left, number);
        if (at == null) {
            return;
        }
        byte[] secret = Objects.requireNonNull(left.remove(at));
        while (at.level() < LEVELS) {
            int onTheWay = place(number, at.level());
            byte[] next = secret;
            for (int place = 0; place < CHILDREN; place++) {
                byte[] child = child(secret, place);
                if (place == onTheWay) {
                    next = child;
                } else {
                    left.put(at.child(place), child);
                }
            }
            secret = next;
            at = at.child(onTheWay);
        }
    }

    private @Nullable Node above(long number) {
        return above(nodes, number);
    }

    /** The kept node that a number stands under. */
    private static @Nullable Node above(Map<Node, byte[]> nodes, long number) {
        if (number < 0 || number >= NUMBERS) {
            throw new IllegalArgumentException("no number of a key: " + number);
        }
        for (int level = 0; level <= LEVELS; level++) {
            Node node = new Node(level, number >>> ((LEVELS - level) * BITS));
            if (nodes.containsKey(node)) {
                return node;
            }
        }
        return null;
    }

    private byte[] down(byte[] from, int level, long number) {
        byte[] secret = from;
        for (int at = level; at < LEVELS; at++) {
            secret = child(secret, place(number, at));
            if (at + 1 == REMEMBERED_LEVEL) {
                remember(number, secret);
            }
        }
        return secret;
    }

    private void remember(long number, byte[] secret) {
        if (remembered.size() >= MOST_REMEMBERED) {
            remembered.clear();
        }
        remembered.put(number >>> ((LEVELS - REMEMBERED_LEVEL) * BITS), secret);
    }

    private static int place(long number, int level) {
        return (int) (number >>> ((LEVELS - 1 - level) * BITS)) & (CHILDREN - 1);
    }

    private static byte[] child(byte[] secret, int place) {
        return Primitives.hmac(secret, new byte[] {(byte) place});
    }
}
