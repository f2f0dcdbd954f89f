package org.unifiedhotline.matching.bulk;

import java.util.Arrays;

/** Weighed pairs of records by their places, in growing arrays. */
public final class Edges {
    private int[] as;
    private int[] bs;
    private double[] bits;
    private int size;

    Edges(int room) {
        as = new int[room];
        bs = new int[room];
        bits = new double[room];
    }

    void add(int a, int b, double weight) {
        if (size == as.length) {
            int room = Math.max(16, size * 2);
            as = Arrays.copyOf(as, room);
            bs = Arrays.copyOf(bs, room);
            bits = Arrays.copyOf(bits, room);
        }
        as[size] = a;
        bs[size] = b;
        bits[size++] = weight;
    }

    void addAll(Edges others) {
        for (int i = 0; i < others.size; i++) {
            add(others.as[i], others.bs[i], others.bits[i]);
        }
    }

    /** How many there are. */
    public int size() {
        return size;
    }

    /** The smaller place of an edge's records. */
    public int a(int edge) {
        return as[edge];
    }

    /** The greater place. */
    public int b(int edge) {
        return bs[edge];
    }

    /** The match weight. */
    public double bits(int edge) {
        return bits[edge];
    }
}
