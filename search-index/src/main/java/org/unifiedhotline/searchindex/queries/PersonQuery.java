package org.unifiedhotline.searchindex.queries;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.unifiedhotline.searchindex.queries.Reading.Hint;
import org.unifiedhotline.searchindex.queries.Reading.Master;
import org.unifiedhotline.searchindex.queries.Reading.Word;
import org.unifiedhotline.searchindex.queries.SearchResult.Tolerance;

/**
 * The query for a person: each required piece must be met by some source record in scope, not all by the same; how much
 * of a name the words make up only ranks. Who does not reach the pieces at all is put aside before ({@link ReachQueries}).
 */
final class PersonQuery {
    /** Of the pieces, how many must be met when some may be missing. */
    private static final double MOST = 0.6;

    /** Where slips are forgiven, whoever is met without any scores at least this, and nobody else as much. */
    static final double AS_TYPED = 1000;

    private final List<Query> required = new ArrayList<>();
    private final List<Query> reach = new ArrayList<>();
    private final List<Query> birth = new ArrayList<>();
    private final List<Query> birthReach = new ArrayList<>();
    private final List<Query> ranking = new ArrayList<>();
    private final Tolerance tolerance;
    private final Scope scope;
    private final PieceQueries pieces;
    private final PieceQueries strictPieces;
    private final ReachQueries reaches;
    private final WholeNameQueries whole;

    private PersonQuery(Understanding understanding, Tolerance tolerance, Scope scope, boolean unfinished) {
        List<Word> words = understanding.words();
        boolean marks = words.stream().anyMatch(word -> !word.exact().equals(word.folded()));
        boolean onlyWord = words.size() == 1;
        boolean slips = tolerance != Tolerance.STRICT;
        this.tolerance = tolerance;
        this.scope = scope;
        this.pieces = new PieceQueries(marks, slips, onlyWord, scope);
        this.strictPieces = new PieceQueries(marks, false, onlyWord, scope);
        this.reaches = switch (tolerance) {
            case STRICT -> ReachQueries.asTyped();
            case SLIPS, ALL_BUT_BIRTH_OR_MOST -> ReachQueries.withSlips(understanding.pieces());
            case MOST_PIECES -> ReachQueries.withSlips();
        };
        this.whole = new WholeNameQueries(marks, scope.ofNames());
        understanding.pieces().forEach(piece -> add(piece.reading()));
        require(understanding.wordsOutsidePlaces().stream()
                .filter(Word::required)
                .toList());
        rank(words, understanding.wordsOutsidePlaces(), unfinished);
        understanding.kin().ifPresent(kin -> ranking.add(scope.inARecord(new KinQueries(scope).of(kin))));
    }

    static PersonQuery of(Understanding understanding, Tolerance tolerance, Scope scope) {
        return new PersonQuery(understanding, tolerance, scope, false);
    }

    /** The same while it is being typed: whose name begins with all of it, in its order, comes before others. */
    static PersonQuery ofUnfinished(Understanding understanding, Tolerance tolerance, Scope scope) {
        return new PersonQuery(understanding, tolerance, scope, true);
    }

    private void add(Reading reading) {
        switch (reading) {
            case Hint ignored -> {}
            case Master master -> required.add(Queries.scored(100, Queries.term("masterId", master.id())));
            case Word word when word.required() -> {}
            case Word word -> ranking.add(pieces.met(word));
            default -> require(reading);
        }
    }

    private void require(Reading reading) {
        boolean surely = tolerance == Tolerance.ALL_BUT_BIRTH_OR_MOST && ReachQueries.saysBirth(reading);
        (surely ? birth : required).add(pieces.met(reading));
        reaches.of(reading).ifPresent((surely ? birthReach : reach)::add);
    }

    /** Each word by itself; or, where slips are forgiven, with one slip in one of them, or with spaces forgotten. */
    private void require(List<Word> words) {
        if (tolerance == Tolerance.SLIPS) {
            ranking.add(Queries.scored(AS_TYPED, asTyped(words)));
        }
        if (tolerance != Tolerance.SLIPS || words.size() < 2) {
            words.forEach(word -> require((Reading) word));
            return;
        }
        List<Query> ways = new ArrayList<>(List.of(oneWordWithSlip(words)));
        whole.withoutSpaces(words).ifPresent(name -> ways.add(scope.inARecordOfNames(name)));
        required.add(Queries.best(ways));
    }

    private Query asTyped(List<Word> words) {
        return words.isEmpty()
                ? Queries.everything()
                : Query.of(query -> query.bool(bool ->
                        bool.filter(words.stream().map(strictPieces::met).toList())));
    }

    private Query oneWordWithSlip(List<Word> words) {
        // What the other pieces reach is said here too: each way of this one then goes through few people only.
        List<Query> filters = new ArrayList<>(reach);
        filters.add(reachedWithOneSlip(words));
        if (scope.ofNames() == Level.RECORD) { // else what is reached is what may be known
            filters.add(Queries.atLeast(
                    words.size() - 1, words.stream().map(strictPieces::met).toList()));
        }
        return Query.of(query -> query.bool(bool ->
                bool.filter(filters).must(words.stream().map(pieces::met).toList())));
    }

    /** All as typed, or all but one: each of these goes through the rarest of its words, and few have that with a slip. */
    private Query reachedWithOneSlip(List<Word> words) {
        ReachQueries asTyped = ReachQueries.asTyped();
        List<Query> ways = new ArrayList<>();
        ways.add(Queries.allOf(words.stream().map(asTyped::ofWord).toList()));
        words.stream()
                .filter(PieceQueries::mayHaveSlip)
                .forEach(slipped -> ways.add(Queries.allOf(words.stream()
                        .map(word -> word.equals(slipped) ? reaches.withSlip(word) : asTyped.ofWord(word))
                        .toList())));
        return Queries.anyOf(ways);
    }

    private void rank(List<Word> words, List<Word> outsidePlaces, boolean unfinished) {
        Set<List<Word>> candidates = new LinkedHashSet<>();
        for (List<Word> name : List.of(words, outsidePlaces)) {
            candidates.add(name);
            candidates.add(name.stream().filter(Word::required).toList());
        }
        candidates.remove(List.of());
        List<Query> ways = new ArrayList<>();
        for (List<Word> candidate : candidates) {
            ways.addAll(whole.of(candidate));
            if (unfinished) {
                whole.beginning(candidate).ifPresent(ways::add);
            }
            if (tolerance != Tolerance.STRICT) {
                ways.addAll(whole.almost(candidate));
            }
        }
        if (!ways.isEmpty()) {
            ranking.add(scope.inARecordOfNames(Queries.best(ways)));
        }
    }

    /** The whole query with the filters beside it. */
    Query filteredBy(List<Query> filters) {
        List<Query> all = new ArrayList<>(filters);
        // Whoever has no source record in scope is not there at all, also when an id or nothing is asked for.
        if (!scope.filters().isEmpty() || required.isEmpty()) {
            all.add(scope.inARecord(Queries.everything()));
        }
        List<Query> met = switch (tolerance) {
            case STRICT, SLIPS -> reached(all, required.size(), List.of(), List.of());
            case MOST_PIECES -> reached(all, most(), List.of(), List.of());
            case ALL_BUT_BIRTH_OR_MOST ->
                List.of(Queries.best(
                        List.of(meeting(required.size(), List.of(), List.of()), meeting(most(), birthReach, birth))));
        };
        return Query.of(query ->
                query.bool(bool -> bool.filter(all).must(met).should(ranking).minimumShouldMatch("0")));
    }

    private int most() {
        return Math.max(Math.min(1, required.size()), (int) Math.ceil(required.size() * MOST));
    }

    /** Whoever meets so many of the pieces, and the birth if it is given. */
    private Query meeting(int least, List<Query> birthReached, List<Query> born) {
        List<Query> filters = new ArrayList<>();
        List<Query> met = reached(filters, least, birthReached, born);
        return Query.of(query -> query.bool(bool -> bool.filter(filters).must(met)));
    }

    /** Adds to filters what must be reached, and gives what must be met. */
    private List<Query> reached(List<Query> filters, int least, List<Query> birthReached, List<Query> born) {
        filters.addAll(birthReached);
        int leastReached = least - (required.size() - reach.size());
        if (leastReached == reach.size()) {
            filters.addAll(reach);
        } else if (leastReached > 0) {
            filters.add(Queries.atLeast(leastReached, reach));
        }
        List<Query> met = new ArrayList<>(born);
        if (least < required.size()) {
            met.add(Queries.atLeast(least, required));
        } else {
            met.addAll(required);
        }
        return met;
    }
}
