package org.unifiedhotline.searchindex.indexing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.unifiedhotline.masterrecords.records.MasterId;
import org.unifiedhotline.masterrecords.records.StandingVersion;
import org.unifiedhotline.searchindex.SearchUnavailableException;
import org.unifiedhotline.searchindex.indexing.ParallelWriter.Wanted;

/** Makes, rebuilds, checks and mends the versioned indices behind the alias. */
public final class IndexLife {
    private static final Logger LOG = LoggerFactory.getLogger(IndexLife.class);

    /** After so many documents were written in a row, their segments are worth merging. */
    static final long MANY = 50_000;

    private final HubRecords hub;
    private final Indices indices;
    private final IndexDefinition definition;
    private final ParallelWriter writer;
    private final DriftCheck driftCheck;
    private final BuildRight right;
    private final int batch;

    IndexLife(
            HubRecords hub,
            Indices indices,
            IndexDefinition definition,
            ParallelWriter writer,
            DriftCheck driftCheck,
            BuildRight right,
            int batch) {
        this.hub = hub;
        this.indices = indices;
        this.definition = definition;
        this.writer = writer;
        this.driftCheck = driftCheck;
        this.right = right;
        this.batch = batch;
    }

    /**
     * Makes the index if there is none, or renews it if it is of another version or of a hub that was set back to a backup
     * since, and fills it with what the hub holds. One that stands gets those settings that can be altered while it does.
     *
     * @throws SearchUnavailableException if Elasticsearch cannot be reached, or another instance makes the index
     */
    public void prepare() {
        indices.putSettings(indices.standing().searched());
        if (need() != Need.NONE) {
            alone(held -> supply(held, need()));
        }
    }

    private enum Need {
        NONE,
        ONE,
        OF_THIS_VERSION,
        OF_THE_HUB_SET_BACK,
        ONE_OF_SEVERAL
    }

    private Need need() {
        List<String> searched = indices.standing().searched();
        if (searched.isEmpty()) {
            return Need.ONE;
        }
        if (searched.size() > 1) {
            return Need.ONE_OF_SEVERAL;
        }
        if (!definition.isCurrent(searched.getFirst())) {
            return Need.OF_THIS_VERSION;
        }
        return driftCheck.isAhead() ? Need.OF_THE_HUB_SET_BACK : Need.NONE;
    }

    private long supply(BuildRight.Held held, Need need) {
        return switch (need) {
            case NONE -> 0;
            case ONE -> {
                String index = indices.create(definition.alias());
                long documents = fill(index, written -> {});
                LOG.info("Made the index {} with {} documents", index, documents);
                yield documents;
            }
            case OF_THIS_VERSION -> {
                LOG.info("The index is of another version: building a new one");
                yield rebuild(held, written -> {});
            }
            case OF_THE_HUB_SET_BACK -> {
                LOG.warn("The index knows what the hub does not: the hub was set back; building a new index");
                yield rebuild(held, written -> {});
            }
            case ONE_OF_SEVERAL -> {
                LOG.warn("The alias leads to several indices, and people are found twice: building one new index");
                yield rebuild(held, written -> {});
            }
        };
    }

    /** By one instance at a time: two would find people twice, or take away each other's index. */
    private long alone(Function<BuildRight.Held, Long> work) {
        try (BuildRight.Held held =
                right.tryTake(definition.alias()).orElseThrow(() -> unavailable("Another instance makes the index"))) {
            return work.apply(held);
        }
    }

    private static SearchUnavailableException unavailable(String why) {
        return new SearchUnavailableException(why, new IllegalStateException(why));
    }

    /** Leaves nothing on the search server's disk of documents that were deleted, as far as it does not need them itself a while longer. */
    public void expungeDeleted() {
        indices.expunge(indices.standing().targets());
    }

    /**
     * Builds a new index from the hub while the old one answers and takes changes, then switches the alias. What a
     * broken-off rebuild left is removed first; of two rebuilds at the same time, the second fails at once.
     *
     * @param progress told the number of documents written so far, batch by batch
     * @return how many documents were written
     * @throws SearchUnavailableException if Elasticsearch cannot be reached, or another instance makes the index; the old
     *     index stays
     */
    public long rebuild(LongConsumer progress) {
        return alone(held -> rebuild(held, progress));
    }

    private long rebuild(BuildRight.Held held, LongConsumer progress) {
        indices.delete(indices.standing().building());
        String index = indices.create(definition.buildingAlias());
        long documents = fill(index, progress);
        if (!held.stands()) {
            throw unavailable("The right to make the index was lost");
        }
        List<String> former = indices.standing().searched();
        indices.switchTo(index, former);
        indices.delete(former);
        LOG.info("Rebuilt the index as {} with {} documents", index, documents);
        return documents;
    }

    // The indexer writes every change made meanwhile to this index too, and versions decide which of two stands: a
    // person who went away while the batch was under way was removed under a higher version than the one read here.
    private long fill(String index, LongConsumer progress) {
        long written = 0;
        MasterId last = null;
        List<StandingVersion> next = hub.standing(last, batch);
        while (!next.isEmpty()) {
            written += writer.write(
                    next.stream()
                            .map(standing -> new Wanted(standing.id(), null))
                            .toList(),
                    List.of(index));
            progress.accept(written);
            last = next.getLast().id();
            next = hub.standing(last, batch);
        }
        indices.refresh(index);
        if (written >= MANY) {
            indices.merge(index);
        }
        return written;
    }

    /**
     * Compares the index with the hub, id by id. Changes on their way may show up: ask again for those found.
     *
     * @throws SearchUnavailableException if Elasticsearch cannot be reached
     */
    public Drift drift() {
        return driftCheck.compare();
    }

    /**
     * Writes again, or removes, the documents of these people by what the hub holds now.
     *
     * @throws SearchUnavailableException if Elasticsearch cannot be reached
     */
    public void repair(Collection<MasterId> ids) {
        List<MasterId> all = List.copyOf(ids);
        for (int from = 0; from < all.size(); from += batch) {
            repairSome(all.subList(from, Math.min(from + batch, all.size())));
        }
    }

    private void repairSome(List<MasterId> ids) {
        List<String> targets = indices.standing().targets();
        Map<MasterId, @Nullable Long> indexed = driftCheck.versions(ids);
        writer.write(ids.stream().map(id -> new Wanted(id, indexed.get(id))).toList(), targets);
    }

    /**
     * Where index and hub differ.
     *
     * @param missing in the hub, not in the index
     * @param outdated in both, the index with another version
     * @param surplus in the index, not in the hub
     */
    public record Drift(List<MasterId> missing, List<MasterId> outdated, List<MasterId> surplus) {
        public Drift {
            missing = List.copyOf(missing);
            outdated = List.copyOf(outdated);
            surplus = List.copyOf(surplus);
        }

        /** Whether index and hub hold the same. */
        public boolean none() {
            return missing.isEmpty() && outdated.isEmpty() && surplus.isEmpty();
        }

        /** All who differ. */
        public List<MasterId> all() {
            List<MasterId> all = new ArrayList<>(missing);
            all.addAll(outdated);
            all.addAll(surplus);
            return all;
        }
    }
}
