package org.unifiedhotline.masterrecords.resolution;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.masterrecords.records.MasterId;
import org.unifiedhotline.masterrecords.resolution.MasterRecordTable.Departed;

/**
 * Which master id each new cluster bears.
 *
 * <p>Each old id goes to the cluster that holds most of its members, of equals to the one with the smallest source
 * record key; a cluster that receives several keeps the oldest and the others redirect to it; a cluster that receives
 * none gets a new id, or its old one back: an id that was merged away returns when most of its records are a person of
 * their own again, and redirects to them where they went elsewhere. Ids follow history: they may depend on the order in which things came; who belongs together never
 * does.
 */
final class IdAssignment {
    private final Map<Integer, MasterId> standing = new HashMap<>();
    private final Map<Integer, @Nullable MasterId> created = new TreeMap<>();
    private final Map<Integer, MasterId> restored = new TreeMap<>();
    private final Map<MasterId, MasterId> merged = new TreeMap<>();
    private final Set<MasterId> gone = new HashSet<>();

    private final Comparator<Long> keyOrder;

    private IdAssignment(Comparator<Long> keyOrder) {
        this.keyOrder = keyOrder;
    }

    /**
     * Assigns.
     *
     * @param clusters the members of each cluster
     * @param before the old master id of each record that had one, records that are gone included
     * @param departed ids that were merged into old ids which members leave now; they come back to their own records
     * @param keyOrder orders records by their keys
     * @param age orders old ids, the oldest first
     * @param newId makes an id that was never used
     */
    static IdAssignment of(
            List<List<Long>> clusters,
            Map<Long, MasterId> before,
            List<Departed> departed,
            Comparator<Long> keyOrder,
            Comparator<MasterId> age,
            Supplier<MasterId> newId) {
        IdAssignment assignment = new IdAssignment(keyOrder);
        Map<Integer, List<MasterId>> received = assignment.send(clusters, withDeparted(before, departed));
        for (int cluster = 0; cluster < clusters.size(); cluster++) {
            List<MasterId> ids = received.getOrDefault(cluster, List.of());
            if (ids.isEmpty()) {
                assignment.standing.put(cluster, newId.get());
                assignment.created.put(cluster, assignment.origin(clusters.get(cluster), before));
            } else {
                MasterId oldest = ids.stream().min(age).orElseThrow();
                assignment.standing.put(cluster, oldest);
                ids.stream().filter(id -> !id.equals(oldest)).forEach(id -> assignment.merged.put(id, oldest));
            }
        }
        assignment.settle(departed);
        return assignment;
    }

    /** As if what was merged had been a person of its own all along, unless nobody were left to the other. */
    private static Map<Long, MasterId> withDeparted(Map<Long, MasterId> before, List<Departed> departed) {
        Map<Long, MasterId> virtual = new HashMap<>(before);
        departed.forEach(one -> one.members().stream()
                .filter(member -> one.root().equals(before.get(member)))
                .forEach(member -> virtual.put(member, one.id())));
        Set<MasterId> emptied = new HashSet<>(before.values());
        emptied.removeAll(Set.copyOf(virtual.values()));
        before.forEach((member, id) -> {
            if (emptied.contains(id)) {
                virtual.put(member, id);
            }
        });
        return virtual;
    }

    /** Tells who came back, and leaves redirects alone that still lead where they should. */
    private void settle(List<Departed> departed) {
        Map<MasterId, Departed> byId = new HashMap<>();
        departed.forEach(one -> byId.put(one.id(), one));
        standing.forEach((cluster, id) -> {
            Departed back = byId.get(id);
            if (back != null) {
                restored.put(cluster, back.root());
            }
        });
        gone.removeAll(byId.keySet());
        Map<MasterId, MasterId> all = Map.copyOf(merged);
        departed.forEach(one -> {
            MasterId leadsTo = one.into();
            while (all.containsKey(leadsTo)) {
                leadsTo = Objects.requireNonNull(all.get(leadsTo));
            }
            if (leadsTo.equals(all.get(one.id()))) {
                merged.remove(one.id());
            }
        });
    }

    /** The id of a cluster, by its place. */
    MasterId of(int cluster) {
        return Objects.requireNonNull(standing.get(cluster));
    }

    /** The old ids that a member has left for another, not for the one that they redirect to now. */
    Set<MasterId> left(List<List<Long>> clusters, Map<Long, MasterId> before) {
        Set<MasterId> left = new HashSet<>();
        for (int cluster = 0; cluster < clusters.size(); cluster++) {
            for (Long member : clusters.get(cluster)) {
                MasterId old = before.get(member);
                if (old != null && !of(cluster).equals(merged.getOrDefault(old, old))) {
                    left.add(old);
                }
            }
        }
        return left;
    }

    /** The clusters that got an old id back, each with the master record that it had been merged into. */
    Map<Integer, MasterId> restored() {
        return restored;
    }

    /** The clusters with new ids, each with the master record that it was split off from, or null. */
    Map<Integer, @Nullable MasterId> created() {
        return created;
    }

    /** The old ids that redirect, each with the one that stands. */
    Map<MasterId, MasterId> merged() {
        return merged;
    }

    /** The old ids that have no member any more. */
    Set<MasterId> gone() {
        return gone;
    }

    private Map<Integer, List<MasterId>> send(List<List<Long>> clusters, Map<Long, MasterId> before) {
        Map<MasterId, Map<Integer, Integer>> shares = new HashMap<>();
        for (int cluster = 0; cluster < clusters.size(); cluster++) {
            for (Long member : clusters.get(cluster)) {
                MasterId old = before.get(member);
                if (old != null) {
                    shares.computeIfAbsent(old, unseen -> new TreeMap<>()).merge(cluster, 1, Integer::sum);
                }
            }
        }
        Map<Integer, List<MasterId>> received = new HashMap<>();
        for (MasterId old : Set.copyOf(before.values())) {
            Map<Integer, Integer> share = shares.get(old);
            if (share == null) {
                gone.add(old);
            } else {
                received.computeIfAbsent(target(old, share, clusters, before), unseen -> new ArrayList<>(1))
                        .add(old);
            }
        }
        return received;
    }

    /** Of clusters with equal shares, the one with the smallest key among its members of this id. */
    private int target(
            MasterId old, Map<Integer, Integer> share, List<List<Long>> clusters, Map<Long, MasterId> before) {
        int most = share.values().stream().mapToInt(count -> count).max().orElse(0);
        return share.entrySet().stream()
                .filter(entry -> entry.getValue() == most)
                .map(Map.Entry::getKey)
                .min(Comparator.comparing(
                        cluster -> clusters.get(cluster).stream()
                                .filter(member -> old.equals(before.get(member)))
                                .min(keyOrder)
                                .orElseThrow(),
                        keyOrder))
                .orElseThrow();
    }

    /** The old id of the first member that had one. */
    private @Nullable MasterId origin(List<Long> members, Map<Long, MasterId> before) {
        return members.stream()
                .sorted(keyOrder)
                .map(before::get)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
