package org.unifiedhotline.masterrecords.quality;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.masterrecords.assignment.Clearance;
import org.unifiedhotline.masterrecords.database.HubDatabase;
import org.unifiedhotline.masterrecords.quality.ClericalTable.Tally;
import org.unifiedhotline.masterrecords.records.MasterId;
import org.unifiedhotline.masterrecords.resolution.Evidence;
import org.unifiedhotline.masterrecords.resolution.RecordPair;
import org.unifiedhotline.masterrecords.sourcerecords.Columns;
import org.unifiedhotline.matching.evaluation.StratifiedPrecision;
import org.unifiedhotline.matching.evaluation.StratifiedPrecision.Stratum;
import org.unifiedhotline.matching.record.MatchWeight;

/**
 * Estimates the precision of automatic links where no truth is known: pairs of linked records are drawn by how far their weight
 * lies above the threshold, as many from each stratum, and stewards judge them; the judgements, weighted by the pairs
 * that each stratum stands for, give the share that is right, with a 95 % interval.
 */
public final class ClericalSamples {
    private final HubDatabase hub;
    private final Evidence evidence;
    private final ClericalTable table;
    private final Clearance clearance;
    private final Clock clock;

    public ClericalSamples(HubDatabase hub, Evidence evidence, Clearance clearance, Clock clock) {
        this.hub = hub;
        this.evidence = evidence;
        this.table = new ClericalTable(hub);
        this.clearance = clearance;
        this.clock = clock;
    }

    /** What a steward finds. */
    public enum Verdict {
        SAME,
        DIFFERENT,
        UNSURE
    }

    /**
     * A sample as it stands.
     *
     * @param pairs how many were drawn
     * @param open how many nobody judged yet
     * @param estimate null until a pair is judged the same or different
     */
    public record Sample(
            long id,
            String author,
            String reason,
            Instant drawnAt,
            String model,
            long pairs,
            long open,
            @Nullable StratifiedPrecision estimate) {}

    /**
     * A pair to judge.
     *
     * @param records keys of the two source records; fewer when one was deleted
     * @param weight what the engine makes of the two now; null when one was deleted
     */
    public record Pair(
            int number,
            List<String> records,
            @Nullable MasterId masterId,
            String band,
            @Nullable Verdict verdict,
            @Nullable String judgedBy,
            @Nullable MatchWeight weight) {}

    /** What came of a judgement. */
    public enum Judged {
        NOTED,
        UNKNOWN,
        /** Another judged the pair before. */
        TAKEN,
        /** The pair is of somebody whom the caller is not cleared for. */
        BEYOND_CLEARANCE
    }

    /**
     * Draws a sample of pairs whose link nobody decided; the same links and seed give the same.
     *
     * @param size how many pairs at most, 1 or more
     */
    public Sample draw(int size, long seed, String author, String reason) {
        long id = hub.write(() ->
                table.draw(size, seed, author, reason, evidence.modelVersion(), evidence.linkBits(), clock.instant()));
        return find(id).orElseThrow();
    }

    /** The latest first. */
    public List<Sample> all() {
        return hub.read(() -> samples(""));
    }

    public Optional<Sample> find(long id) {
        return hub.read(() -> samples("WHERE sample_id = " + id).stream().findFirst());
    }

    /** The latest sample of which something was judged; empty if there is none. */
    Optional<Sample> latestJudged() {
        return samples("").stream().filter(sample -> sample.estimate() != null).findFirst();
    }

    private List<Sample> samples(String where) {
        return hub.sql()
                .sql("SELECT * FROM clerical_sample " + where + " ORDER BY sample_id DESC LIMIT 100")
                .query((row, number) -> sample(row))
                .list();
    }

    private Sample sample(ResultSet row) throws SQLException {
        List<Tally> tallies = table.tallies(row.getLong("sample_id"));
        long judged = tallies.stream()
                .mapToLong(tally -> tally.same() + tally.different())
                .sum();
        return new Sample(
                row.getLong("sample_id"),
                row.getString("author"),
                table.reason(row.getLong("sample_id"), row.getBytes("reason")),
                Columns.instant(row, "drawn_at"),
                row.getString("model"),
                tallies.stream().mapToLong(Tally::drawn).sum(),
                tallies.stream().mapToLong(Tally::open).sum(),
                judged == 0
                        ? null
                        : StratifiedPrecision.of(tallies.stream()
                                .map(tally ->
                                        new Stratum(tally.pairs(), tally.same(), tally.different(), tally.unsure()))
                                .toList()));
    }

    /**
     * The pairs of a sample that nobody judged, or all, with the evidence; those that the reader is not cleared for are left out.
     *
     * @param restricted whether the reader is shown people whose processing is restricted; else these are left out
     */
    public List<Pair> pairs(long sampleId, boolean all, int most, String reader, boolean restricted) {
        return hub.read(() -> {
            List<ClericalTable.Drawn> drawn = table.pairs(sampleId, all, most, clearance.of(reader), restricted);
            Map<RecordPair, MatchWeight> weights =
                    weights(drawn.stream().map(ClericalTable.Drawn::pair).toList());
            return drawn.stream()
                    .map(pair -> new Pair(
                            pair.number(),
                            pair.records(),
                            pair.masterId(),
                            pair.band(),
                            pair.verdict(),
                            pair.judgedBy(),
                            weights.get(pair.pair())))
                    .toList();
        });
    }

    private Map<RecordPair, MatchWeight> weights(Collection<RecordPair> pairs) {
        return evidence.weigh(pairs).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        Function.<Map.Entry<RecordPair, Evidence.Weighed>>identity()
                                .andThen(entry -> entry.getValue().weight())));
    }

    /** The records of these pairs of a sample, by number. */
    public List<Long> records(long sampleId, Collection<Integer> pairs) {
        return table.records(sampleId, pairs);
    }

    /** Notes what a steward finds of a pair; who judged it may think better of it. */
    public Judged judge(long sampleId, int number, Verdict verdict, String author) {
        return hub.write(() -> table.find(sampleId, number)
                .map(pair -> clearance.covers(author, List.of(pair.a(), pair.b()))
                        ? table.judge(sampleId, number, verdict, author, clock.instant())
                        : Judged.BEYOND_CLEARANCE)
                .orElse(Judged.UNKNOWN));
    }
}
