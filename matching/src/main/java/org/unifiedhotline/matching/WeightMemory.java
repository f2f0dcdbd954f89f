package org.unifiedhotline.matching;

import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.matching.cluster.PairWeigher;
import org.unifiedhotline.matching.comparison.EncodedRecord;

/**
 * Remembers the weights within the parts clustered last, so that a record that changes in a large part costs its own pairs,
 * not all pairs of the part. A weight is used again only for the very same encoded records, and while no value they hold
 * has become common or rare: what is remembered is what would be computed.
 *
 * <p>For one thread.
 */
final class WeightMemory {
    private static final int LEAST_MEMBERS = 3;
    /** The part of the heap that the weights may take. */
    private static final int PART_OF_HEAP = 32;

    private static final long MOST_WEIGHTS =
            Math.max(2_000_000, Runtime.getRuntime().maxMemory() / PART_OF_HEAP / Double.BYTES);

    private final IdentityHashMap<EncodedRecord, Place> places = new IdentityHashMap<>();
    private final Set<Part> parts = new LinkedHashSet<>(); // the oldest first
    private long held;

    /** The weights of a part: of (i, j), i &lt; j, at {@code j * (j - 1) / 2 + i}. */
    private static final class Part {
        final EncodedRecord[] members;
        final double[] weights;
        /** How many of its members were not clustered in another part since. */
        int standing;

        Part(int size) {
            this.members = new EncodedRecord[size];
            this.weights = new double[size * (size - 1) / 2];
            this.standing = size;
        }

        /** Another of its members is in another part now; whether most are, so that it is of little use. */
        boolean isOutlivedByOneMore() {
            standing--;
            return standing * 2 < members.length;
        }
    }

    /**
     * Where a record is among what is remembered.
     *
     * @param commonness how common its values were then
     */
    private record Place(Part part, int at, long commonness) {}

    /**
     * A weigher that looks here first.
     *
     * @param members the records by their place in the component
     * @param commonnessOf a number that changes when the commonness of a value of a record does
     * @param fresh weighs what is not remembered
     */
    PairWeigher weigher(List<EncodedRecord> members, ToLongFunction<EncodedRecord> commonnessOf, PairWeigher fresh) {
        @Nullable Part[] known = new Part[members.size()];
        int[] at = new int[members.size()];
        long[] commonness = new long[members.size()];
        for (int i = 0; i < known.length; i++) {
            commonness[i] = commonnessOf.applyAsLong(members.get(i));
            Place place = places.get(members.get(i));
            if (place != null && place.commonness() == commonness[i]) {
                known[i] = place.part();
                at[i] = place.at();
            }
        }
        return new PairWeigher() {
            @Override
            public double bits(int a, int b) {
                Part part = known[a];
                return part == null || part != known[b] ? fresh.bits(a, b) : part.weights[pair(at[a], at[b])];
            }

            @Override
            public void decided(List<Integer> part, double[][] bits) {
                if (part.size() >= LEAST_MEMBERS) {
                    remember(part, bits, members, commonness);
                }
            }
        };
    }

    private static int pair(int a, int b) {
        int low = Math.min(a, b);
        int high = Math.max(a, b);
        return high * (high - 1) / 2 + low;
    }

    private void remember(List<Integer> part, double[][] bits, List<EncodedRecord> members, long[] commonness) {
        int size = part.size();
        Part kept = new Part(size);
        Set<Part> outlived = new LinkedHashSet<>();
        for (int i = 0; i < size; i++) {
            int member = part.get(i);
            kept.members[i] = members.get(member);
            Place former = places.put(members.get(member), new Place(kept, i, commonness[member]));
            if (former != null && former.part().isOutlivedByOneMore()) {
                outlived.add(former.part());
            }
            System.arraycopy(bits[i], 0, kept.weights, i * (i - 1) / 2, i);
        }
        parts.add(kept);
        held += kept.weights.length;
        outlived.forEach(this::forget);
        while (held > MOST_WEIGHTS) {
            forget(parts.iterator().next());
        }
    }

    private void forget(Part part) {
        if (!parts.remove(part)) {
            return;
        }
        held -= part.weights.length;
        for (EncodedRecord member : part.members) {
            Place place = places.get(member);
            if (place != null && place.part() == part) {
                places.remove(member);
            }
        }
    }
}
