package org.unifiedhotline.searchindex.queries;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.util.ArrayList;
import java.util.List;
import org.unifiedhotline.searchindex.queries.Reading.Hint;
import org.unifiedhotline.searchindex.queries.Reading.Master;
import org.unifiedhotline.searchindex.queries.Reading.Word;
import org.unifiedhotline.searchindex.queries.SearchResult.Tolerance;

/**
 * The query for a person: each required piece must be met by some source record in scope, not all by the same; how much
 * of a name the words make up only ranks.
 */
final class PersonQuery {
    /** Of the pieces, how many must be met when some may be missing. */
    private static final double MOST = 0.6;

    private final List<Query> required = new ArrayList<>();
    private final List<Query> words = new ArrayList<>();
    private final List<Query> ranking = new ArrayList<>();
    private final Tolerance tolerance;
    private final Scope scope;

    private PersonQuery(Tolerance tolerance, Scope scope) {
        this.tolerance = tolerance;
        this.scope = scope;
    }

    static PersonQuery of(Understanding understanding, Tolerance tolerance, Scope scope) {
        PersonQuery query = new PersonQuery(tolerance, scope);
        List<Word> words = understanding.words();
        boolean marks = words.stream().anyMatch(word -> !word.exact().equals(word.folded()));
        PieceQueries pieces = new PieceQueries(marks, tolerance != Tolerance.STRICT, words.size() == 1, scope);
        understanding.pieces().forEach(piece -> query.add(piece.reading(), pieces));
        query.require(understanding.wordsOutsidePlaces());
        query.rank(words, understanding.wordsOutsidePlaces(), new WholeNameQueries(marks));
        understanding.kin().ifPresent(kin -> query.ranking.add(scope.inARecord(new KinQueries(scope).of(kin))));
        return query;
    }

    private void add(Reading reading, PieceQueries pieces) {
        switch (reading) {
            case Hint ignored -> {}
            case Master master -> required.add(Queries.scored(100, Queries.term("masterId", master.id())));
            case Word word when !word.required() -> ranking.add(scope.inARecord(pieces.of(word)));
            case Word word -> words.add(scope.inARecord(pieces.of(word)));
            default -> required.add(scope.inARecord(pieces.of(reading)));
        }
    }

    /** All words, each by itself; or, where slips are forgiven, all of them as one name with a slip in it. */
    private void require(List<Word> typed) {
        List<Query> almost = tolerance == Tolerance.SLIPS && words.size() > 1
                ? WholeNameQueries.almost(typed.stream().filter(Word::required).toList())
                : List.of();
        if (almost.isEmpty()) {
            required.addAll(words);
        } else {
            required.add(Queries.best(List.of(Queries.allOf(words), scope.inARecord(Queries.best(almost)))));
        }
    }

    private void rank(List<Word> words, List<Word> outsidePlaces, WholeNameQueries whole) {
        List<Query> ways = new ArrayList<>();
        for (List<Word> name : List.of(words, outsidePlaces)) {
            List<Word> withoutTitle = name.stream().filter(Word::required).toList();
            for (List<Word> candidate : List.of(name, withoutTitle)) {
                if (!candidate.isEmpty()) {
                    ways.addAll(whole.of(candidate));
                    if (tolerance != Tolerance.STRICT) {
                        ways.addAll(WholeNameQueries.almost(candidate));
                    }
                }
            }
        }
        if (!ways.isEmpty()) {
            ranking.add(scope.inARecord(Queries.best(ways.stream().distinct().toList())));
        }
    }

    /** The whole query with the filters beside it. */
    Query filteredBy(List<Query> filters) {
        List<Query> all = new ArrayList<>(filters);
        // Whoever has no source record in scope is not there at all, also when an id or nothing is asked for.
        if (!scope.filters().isEmpty() || required.isEmpty()) {
            all.add(scope.inARecord(Queries.everything()));
        }
        return Query.of(query -> query.bool(bool -> {
            bool.filter(all).should(ranking).minimumShouldMatch("0");
            if (tolerance == Tolerance.MOST_PIECES && !required.isEmpty()) {
                int least = Math.max(1, (int) Math.ceil(required.size() * MOST));
                return bool.must(Query.of(
                        some -> some.bool(most -> most.should(required).minimumShouldMatch(String.valueOf(least)))));
            }
            return bool.must(required);
        }));
    }
}
