package org.unifiedhotline.masterrecords.resolution;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.mappings.source.SourceRecordKey;
import org.unifiedhotline.masterrecords.assignment.Sensitivity;
import org.unifiedhotline.masterrecords.database.HubDatabase;
import org.unifiedhotline.masterrecords.queue.ResolutionQueue;
import org.unifiedhotline.masterrecords.records.LinkKind;
import org.unifiedhotline.masterrecords.records.MasterChange.Kind;
import org.unifiedhotline.masterrecords.records.MasterId;
import org.unifiedhotline.masterrecords.records.MasterIds;
import org.unifiedhotline.masterrecords.resolution.AssertionTable.Said;
import org.unifiedhotline.masterrecords.resolution.LinkTable.Changed;
import org.unifiedhotline.masterrecords.resolution.LinkTable.Link;
import org.unifiedhotline.masterrecords.resolution.MasterRecordTable.Change;
import org.unifiedhotline.masterrecords.resolution.MasterRecordTable.Departed;
import org.unifiedhotline.masterrecords.resolution.MasterRecordTable.Standing;
import org.unifiedhotline.matching.record.Assertion.Verdict;

/** Makes the links, master records, history and outbox follow new clusters; the same for a micro-batch and for all. */
final class Memberships {
    private static final int CHUNK = 20_000;

    private final LinkTable links;
    private final MasterRecordTable masters;
    private final ResolutionQueue queue;

    Memberships(HubDatabase hub) {
        this.links = new LinkTable(hub);
        this.masters = new MasterRecordTable(hub);
        this.queue = new ResolutionQueue(hub);
    }

    /**
     * What is known of the records concerned.
     *
     * @param clusters who belongs together now
     * @param before the former links of all records concerned, those that are gone included, and of all their fellows
     * @param keys the key of each record in a cluster
     * @param touched records of which something changed that their master record shows
     * @param said what stewards said of them
     */
    record Outcome(
            List<List<Long>> clusters,
            Map<Long, Link> before,
            Map<Long, SourceRecordKey> keys,
            Set<Long> touched,
            List<Said> said) {}

    void write(Outcome outcome, Instant now) {
        Map<Long, MasterId> former =
                outcome.before().values().stream().collect(Collectors.toMap(Link::recordId, Link::masterId));
        Map<MasterId, Standing> known = masters.find(Set.copyOf(former.values()));
        Comparator<MasterId> age = Comparator.comparing(
                        (MasterId id) -> standing(known, id).createdAt())
                .thenComparing(id -> id);
        Comparator<Long> keyOrder = Comparator.comparing(
                record -> Objects.requireNonNull(outcome.keys().get(record)).toString());
        IdAssignment ids = assign(outcome.clusters(), former, known, keyOrder, age, now);
        inChunks(changedLinks(outcome, ids), chunk -> links.write(chunk, now));
        inChunks(changedMasters(outcome, ids, known), chunk -> masters.write(chunk, now));
        queue.addPeopleOfSameCases(sensitiveOtherwise(outcome));
    }

    private IdAssignment assign(
            List<List<Long>> clusters,
            Map<Long, MasterId> former,
            Map<MasterId, Standing> known,
            Comparator<Long> keyOrder,
            Comparator<MasterId> age,
            Instant now) {
        Supplier<MasterId> newId = () -> MasterIds.next(now.toEpochMilli());
        IdAssignment ids = IdAssignment.of(clusters, former, List.of(), keyOrder, age, newId);
        Set<MasterId> left = ids.left(clusters, former);
        List<Departed> departed = left.isEmpty() ? List.of() : masters.departedInto(left);
        departed.forEach(one -> known.put(one.id(), one.was()));
        return departed.isEmpty() ? ids : IdAssignment.of(clusters, former, departed, keyOrder, age, newId);
    }

    private static List<Changed> changedLinks(Outcome outcome, IdAssignment ids) {
        Map<Long, Set<Long>> same = saidSame(outcome.said());
        List<Changed> changed = new ArrayList<>();
        Set<Long> present = new HashSet<>();
        for (int at = 0; at < outcome.clusters().size(); at++) {
            List<Long> members = outcome.clusters().get(at);
            MasterId id = ids.of(at);
            for (Long member : members) {
                present.add(member);
                Link before = outcome.before().get(member);
                LinkKind kind = kind(member, members, same);
                if (before == null || !before.masterId().equals(id) || before.kind() != kind) {
                    changed.add(new Changed(
                            member,
                            Objects.requireNonNull(outcome.keys().get(member)),
                            id,
                            before == null ? null : before.masterId(),
                            kind));
                }
            }
        }
        outcome.before().values().stream()
                .filter(link -> !present.contains(link.recordId()))
                .forEach(link -> changed.add(new Changed(link.recordId(), link.key(), null, link.masterId(), null)));
        return changed;
    }

    /**
     * Records whose person is more sensitive than before, or less, by whom it is made of: what is shown of them beside
     * people of the same cases is to be shown to others now.
     */
    private static List<Long> sensitiveOtherwise(Outcome outcome) {
        Map<MasterId, Set<Sensitivity>> before = new HashMap<>();
        outcome.before()
                .values()
                .forEach(link -> before.computeIfAbsent(link.masterId(), unseen -> EnumSet.noneOf(Sensitivity.class))
                        .addAll(Sensitivity.of(List.of(link.key()))));
        List<Long> changed = new ArrayList<>();
        for (List<Long> members : outcome.clusters()) {
            Set<Sensitivity> now = Sensitivity.of(members.stream()
                    .map(member -> Objects.requireNonNull(outcome.keys().get(member)))
                    .toList());
            for (Long member : members) {
                Link link = outcome.before().get(member);
                if (link != null && !now.equals(before.get(link.masterId()))) {
                    changed.add(member);
                }
            }
        }
        return changed;
    }

    static LinkKind kind(Long member, List<Long> members, Map<Long, Set<Long>> same) {
        if (members.size() == 1) {
            return LinkKind.SINGLE;
        }
        Set<Long> fellows = same.getOrDefault(member, Set.of());
        return members.stream().anyMatch(fellows::contains) ? LinkKind.ASSERTED : LinkKind.AUTOMATIC;
    }

    static Map<Long, Set<Long>> saidSame(List<Said> said) {
        Map<Long, Set<Long>> same = new HashMap<>();
        said.stream().filter(one -> one.verdict() == Verdict.SAME_PERSON).forEach(one -> {
            same.computeIfAbsent(one.recordA(), unseen -> new HashSet<>()).add(one.recordB());
            same.computeIfAbsent(one.recordB(), unseen -> new HashSet<>()).add(one.recordA());
        });
        return same;
    }

    private static List<Change> changedMasters(Outcome outcome, IdAssignment ids, Map<MasterId, Standing> known) {
        Map<MasterId, Set<Long>> membersBefore = outcome.before().values().stream()
                .collect(Collectors.groupingBy(Link::masterId, Collectors.mapping(Link::recordId, Collectors.toSet())));
        List<Change> changes = new ArrayList<>();
        for (int at = 0; at < outcome.clusters().size(); at++) {
            List<Long> members = outcome.clusters().get(at);
            MasterId id = ids.of(at);
            if (ids.restored().containsKey(at)) {
                changes.add(new Change(
                        id,
                        nextVersion(known, id),
                        Kind.RESTORED,
                        ids.restored().get(at),
                        members));
            } else if (ids.created().containsKey(at)) {
                @Nullable MasterId origin = ids.created().get(at);
                changes.add(new Change(id, 1, origin == null ? Kind.CREATED : Kind.SPLIT_OFF, origin, members));
            } else if (!Set.copyOf(members).equals(membersBefore.get(id))) {
                changes.add(new Change(id, nextVersion(known, id), Kind.MEMBERS_CHANGED, null, members));
            } else if (members.stream().anyMatch(outcome.touched()::contains)) {
                changes.add(new Change(id, nextVersion(known, id), Kind.VALUES_CHANGED, null, members));
            }
        }
        ids.merged()
                .forEach((id, into) ->
                        changes.add(new Change(id, nextVersion(known, id), Kind.MERGED_AWAY, into, List.of())));
        ids.gone().forEach(id -> changes.add(new Change(id, nextVersion(known, id), Kind.GONE, null, List.of())));
        return changes;
    }

    private static long nextVersion(Map<MasterId, Standing> known, MasterId id) {
        return standing(known, id).version() + 1;
    }

    private static Standing standing(Map<MasterId, Standing> known, MasterId id) {
        return Objects.requireNonNull(known.get(id), () -> "link to " + id + ", which is no master record");
    }

    private static <T> void inChunks(List<T> all, Consumer<List<T>> write) {
        for (int from = 0; from < all.size(); from += CHUNK) {
            write.accept(all.subList(from, Math.min(from + CHUNK, all.size())));
        }
    }

    /** The master records of these records show something new. */
    void renew(Collection<Long> recordIds, Instant now) {
        if (!recordIds.isEmpty()) {
            masters.renew(links.mastersOf(recordIds), now);
        }
    }
}
