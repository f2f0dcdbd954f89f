package org.unifiedhotline.searchindex.queries;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.unifiedhotline.searchindex.documents.Kinship;
import org.unifiedhotline.searchindex.queries.Reading.Word;
import org.unifiedhotline.searchindex.queries.Understanding.Kin;

/**
 * What {@code Hoa mẹ của Na} asks of one source record: first Hoa, beside whom a Na is named as her child; then Na, beside
 * whom a Hoa is named as the mother; less where the record or the case says something else of the two, or nothing.
 */
final class KinQueries {
    private final Scope scope;

    KinQueries(Scope scope) {
        this.scope = scope;
    }

    Query of(Kin kin) {
        return Queries.best(List.of(
                Queries.scored(20, together(kin.who(), kin.toWhom(), "of", kin.is())),
                Queries.scored(12, together(kin.toWhom(), kin.who(), "is", kin.is())),
                Queries.scored(10, together(kin.who(), kin.toWhom())),
                Queries.scored(8, together(kin.toWhom(), kin.who()))));
    }

    private Query together(List<Word> own, List<Word> other) {
        List<Query> both = named(Queries.matched("folded"), own);
        both.add(scope.beside(Queries.allOf(named(Queries.relative("words"), other))));
        return Queries.allOf(both);
    }

    private Query together(List<Word> own, List<Word> other, String way, Set<Kinship> kinship) {
        List<Query> both = named(Queries.matched("folded"), own);
        List<Query> beside = named(Queries.relative("words"), other);
        beside.add(Queries.anyTerm(Queries.relative(way), codes(kinship)));
        both.add(scope.beside(Queries.allOf(beside)));
        return Queries.allOf(both);
    }

    private static List<Query> named(String field, List<Word> words) {
        return words.stream()
                .map(word -> Queries.term(field, word.folded()))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private static Collection<String> codes(Set<Kinship> kinship) {
        return kinship.stream().map(Queries::code).toList();
    }
}
