package org.unifiedhotline.searchindex.queries;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.unifiedhotline.searchindex.documents.OneSlip;
import org.unifiedhotline.searchindex.queries.Reading.Word;

/**
 * What the words of a text ask of a name as a whole: the more of one name they are, in its order, the higher it ranks.
 * Matching is decided by the single words; this only ranks, but for {@link #withoutSpaces}.
 */
final class WholeNameQueries {
    private static final int SHORTEST_WITHOUT_SPACES = 6;

    private final boolean marksTyped;
    private final Level level;

    WholeNameQueries(boolean marksTyped, Level level) {
        this.marksTyped = marksTyped;
        this.level = level;
    }

    /** The whole name, in its order or any other; family and given name only; the given name among the words. */
    List<Query> of(List<Word> words) {
        List<Query> ways = new ArrayList<>();
        String folded = joined(words, Word::folded);
        ways.add(Queries.scored(marksTyped ? 6 : 7, Queries.term(level.matched("wholeFolded"), folded)));
        if (marksTyped) {
            ways.add(Queries.scored(7, Queries.term(level.matched("wholeExact"), joined(words, Word::exact))));
            ways.add(Queries.scored(6.8, Queries.term(level.matched("wholeToneless"), joined(words, Word::toneless))));
        }
        if (words.size() > 1) {
            String sorted = words.stream().map(Word::folded).sorted().collect(Collectors.joining(" "));
            ways.add(Queries.scored(4, Queries.term(level.matched("wholeSorted"), sorted)));
            ways.add(Queries.scored(4, Queries.term(level.matched("ends"), ends(words))));
            ways.add(Queries.scored(3, Queries.term(level.matched("ends"), ends(words.reversed()))));
        }
        ways.add(Queries.scored(
                2, Queries.term(level.matched("given"), words.getLast().folded())));
        ways.add(Queries.scored(
                1.5, Queries.term(level.matched("given"), words.getFirst().folded())));
        return ways;
    }

    /** What a whole name begins with, as far as it is typed; of one word too many names are asked for. */
    Optional<Query> beginning(List<Word> words) {
        return words.size() < 2
                ? Optional.empty()
                : Optional.of(
                        Queries.scored(5, Queries.prefix(level.matched("wholeFolded"), joined(words, Word::folded))));
    }

    /** The whole name but for its spaces. */
    Optional<Query> withoutSpaces(List<Word> words) {
        String name = OneSlip.withoutSpaces(joined(words, Word::folded));
        return name.length() < SHORTEST_WITHOUT_SPACES
                ? Optional.empty()
                : Optional.of(Queries.scored(5, Queries.term(level.matched("wholeWithoutSpaces"), name)));
    }

    /** The whole name but for one of its words, or for its spaces. */
    List<Query> almost(List<Word> words) {
        List<Query> ways = new ArrayList<>();
        withoutSpaces(words).ifPresent(ways::add);
        List<String> butOne =
                OneSlip.butOneWord(words.stream().map(Word::folded).toList());
        if (!butOne.isEmpty()) {
            ways.add(Queries.scored(5, Queries.anyTerm(level.matched("wholeButOneWord"), butOne)));
        }
        return ways;
    }

    private static String ends(List<Word> words) {
        return words.getFirst().folded() + " " + words.getLast().folded();
    }

    private static String joined(List<Word> words, Function<Word, String> form) {
        return words.stream().map(form).collect(Collectors.joining(" "));
    }
}
