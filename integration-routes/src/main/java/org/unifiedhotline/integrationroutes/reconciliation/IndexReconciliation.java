package org.unifiedhotline.integrationroutes.reconciliation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import org.unifiedhotline.masterrecords.reconciliation.Difference;
import org.unifiedhotline.masterrecords.records.MasterId;
import org.unifiedhotline.masterrecords.resolution.LinkCheck;
import org.unifiedhotline.searchindex.indexing.DocumentCheck.Found;
import org.unifiedhotline.searchindex.indexing.Indexing;

/** The documents of the search index against the hub's master records. */
final class IndexReconciliation {
    private static final int LOOKS = 4;
    private static final long BETWEEN_LOOKS_MILLIS = 500;
    /** A document is written over what stands, or was, under a greater version than the hub's by a greater one yet. */
    private static final int[] GREATER = {0, 1, 16, 256};

    private final Indexing index;
    private final LinkCheck masters;
    private final OnTheWay onTheWay;
    private final Tally tally;

    IndexReconciliation(Indexing index, LinkCheck masters, OnTheWay onTheWay, Tally tally) {
        this.index = index;
        this.masters = masters;
        this.onTheWay = onTheWay;
        this.tally = tally;
    }

    void run(boolean repair, LongConsumer progress) throws InterruptedException {
        onTheWay.published();
        List<Found> found = index.documents().compare(documents -> {
            tally.documents(documents);
            progress.accept(documents);
        });
        List<Found> different = lookAgain(found);
        Set<String> left = repair ? mend(different) : ids(different);
        different.forEach(one -> tally.found(difference(one).mended(!left.contains(one.id()))));
    }

    /** Those that differ still after the version that the hub had was published; who changed meanwhile is looked at once more. */
    private List<Found> lookAgain(List<Found> found) throws InterruptedException {
        List<Found> different = new ArrayList<>();
        List<Found> moving = found;
        for (int look = 0; look < LOOKS && !moving.isEmpty(); look++) {
            onTheWay.published();
            Thread.sleep(BETWEEN_LOOKS_MILLIS);
            Map<String, Long> before = moving.stream().collect(Collectors.toMap(Found::id, Found::version, Math::max));
            moving = new ArrayList<>();
            for (Found now : index.documents().again(before.keySet())) {
                boolean stood = Objects.equals(before.get(now.id()), now.version());
                (stood ? different : moving).add(now);
            }
        }
        tally.onTheirWay(moving.size());
        return different;
    }

    private static Set<String> ids(Collection<Found> found) {
        return found.stream().map(Found::id).collect(Collectors.toSet());
    }

    private static Difference difference(Found found) {
        return switch (found.kind()) {
            case MISSING ->
                new Difference(Difference.Kind.DOCUMENT_MISSING, found.id(), "has no document in the index", false);
            case OTHER_VERSION ->
                new Difference(
                        Difference.Kind.DOCUMENT_ALTERED, found.id(), "its document is of another version", false);
            case ALTERED ->
                new Difference(
                        Difference.Kind.DOCUMENT_ALTERED, found.id(), "its document holds something else", false);
            case EXTRA ->
                new Difference(
                        Difference.Kind.DOCUMENT_EXTRA, found.id(), "has a document, but is no master record", false);
        };
    }

    /** The ids of those that could not be mended. */
    private Set<String> mend(List<Found> found) throws InterruptedException {
        List<Found> left = new ArrayList<>(found);
        for (int greater : GREATER) {
            if (left.isEmpty()) {
                break;
            }
            Set<MasterId> ids = new HashSet<>();
            for (Found one : left) {
                one.masterId()
                        .filter(id -> id.toString().equals(one.id()))
                        .ifPresentOrElse(ids::add, () -> index.documents().remove(one));
            }
            if (greater > 0) {
                masters.renew(ids, greater);
            }
            index.life().repair(ids);
            Thread.sleep(BETWEEN_LOOKS_MILLIS);
            left = index.documents().again(ids(left));
        }
        return ids(left);
    }
}
