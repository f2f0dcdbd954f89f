package org.unifiedhotline.console.stewardship;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.unifiedhotline.console.access.Caller;
import org.unifiedhotline.console.access.CallerScope;
import org.unifiedhotline.console.audit.Disclosures;
import org.unifiedhotline.console.problems.ProblemException;
import org.unifiedhotline.masterrecords.quality.ClericalSamples;
import org.unifiedhotline.masterrecords.quality.ClericalSamples.Judged;
import org.unifiedhotline.masterrecords.quality.ClericalSamples.Pair;
import org.unifiedhotline.masterrecords.quality.ClericalSamples.Sample;
import org.unifiedhotline.masterrecords.quality.ClericalSamples.Verdict;
import org.unifiedhotline.masterrecords.records.MasterRecords;

/** Draws samples of automatic links for stewards to judge, and takes their judgements; nobody is changed by one. */
@RestController
class ClericalSampleController {
    private static final int MOST = 2_000;
    private static final int MOST_OF_A_PAGE = 200;

    private final ClericalSamples samples;
    private final MasterRecords masterRecords;
    private final Disclosures disclosures;
    private final CallerScope scope;

    ClericalSampleController(
            ClericalSamples samples, MasterRecords masterRecords, Disclosures disclosures, CallerScope scope) {
        this.samples = samples;
        this.masterRecords = masterRecords;
        this.disclosures = disclosures;
        this.scope = scope;
    }

    /**
     * An order for a sample.
     *
     * @param size how many pairs; 200 if not given
     * @param seed which pairs; 1 if not given
     */
    record Draw(
            @Nullable Integer size,
            @Nullable Long seed,
            @Nullable String reason) {}

    /** Samples, the latest first. */
    record All(List<Sample> items) {}

    /** Pairs to judge. */
    record Pairs(List<Pair> items) {}

    /** What a steward finds of a pair. */
    record Judgement(@Nullable Verdict verdict) {}

    @PostMapping("/api/v1/quality/samples")
    Sample draw(Authentication login, @RequestBody Draw draw) {
        scope.requireEverySource(login);
        int size = draw.size() == null ? 200 : draw.size();
        if (size < 1 || size > MOST) {
            throw ProblemException.badRequest("'size' is 1 to " + MOST + ".");
        }
        long seed = draw.seed() == null ? 1 : draw.seed();
        return samples.draw(size, seed, Caller.of(login).name(), Reason.of(draw.reason()));
    }

    @GetMapping("/api/v1/quality/samples")
    All all(Authentication login) {
        scope.requireEverySource(login);
        return new All(samples.all());
    }

    @GetMapping("/api/v1/quality/samples/{id}")
    Sample one(Authentication login, @PathVariable long id) {
        scope.requireEverySource(login);
        return found(id);
    }

    private Sample found(long id) {
        return samples.find(id).orElseThrow(ClericalSampleController::unknown);
    }

    @GetMapping("/api/v1/quality/samples/{id}/pairs")
    Pairs pairs(
            Authentication login,
            @PathVariable long id,
            @RequestParam(defaultValue = "false") boolean judged,
            @RequestParam(defaultValue = "50") int size) {
        scope.requireEverySource(login);
        if (size < 1 || size > MOST_OF_A_PAGE) {
            throw ProblemException.badRequest("'size' is 1 to " + MOST_OF_A_PAGE + ".");
        }
        found(id);
        List<Pair> pairs = samples.pairs(id, judged, size, Caller.of(login).name(), scope.readsRestricted(login));
        onRecord(id, pairs.stream().map(Pair::number).toList());
        return new Pairs(pairs);
    }

    @PostMapping("/api/v1/quality/samples/{id}/pairs/{number}")
    Sample judge(
            Authentication login, @PathVariable long id, @PathVariable int number, @RequestBody Judgement judgement) {
        scope.requireEverySource(login);
        if (judgement.verdict() == null) {
            throw ProblemException.badRequest("A judgement has a 'verdict': SAME, DIFFERENT or UNSURE.");
        }
        onRecord(id, List.of(number));
        Judged judged =
                samples.judge(id, number, judgement.verdict(), Caller.of(login).name());
        return switch (judged) {
            case NOTED -> found(id);
            case UNKNOWN -> throw unknown();
            case BEYOND_CLEARANCE ->
                throw ProblemException.outOfScope("This is about somebody whom you are not cleared for.");
            case TAKEN -> throw ProblemException.conflict("Another judged this pair before.");
        };
    }

    /** Whom pairs are of: both people where a pair was parted since it was drawn. */
    private void onRecord(long sample, List<Integer> pairs) {
        disclosures.people(masterRecords.peopleOf(samples.records(sample, pairs)));
    }

    private static ProblemException unknown() {
        return ProblemException.unknown("There is no such sample, or no such pair in it.");
    }
}
