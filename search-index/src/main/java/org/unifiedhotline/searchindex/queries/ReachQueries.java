package org.unifiedhotline.searchindex.queries;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.searchindex.documents.Digits;
import org.unifiedhotline.searchindex.documents.OneSlip;
import org.unifiedhotline.searchindex.documents.Reach;
import org.unifiedhotline.searchindex.queries.Reading.AnyOf;
import org.unifiedhotline.searchindex.queries.Reading.BirthDay;
import org.unifiedhotline.searchindex.queries.Reading.BirthMonth;
import org.unifiedhotline.searchindex.queries.Reading.BirthYears;
import org.unifiedhotline.searchindex.queries.Reading.CaseNumber;
import org.unifiedhotline.searchindex.queries.Reading.Hint;
import org.unifiedhotline.searchindex.queries.Reading.Identity;
import org.unifiedhotline.searchindex.queries.Reading.LastDigits;
import org.unifiedhotline.searchindex.queries.Reading.Master;
import org.unifiedhotline.searchindex.queries.Reading.PlaceName;
import org.unifiedhotline.searchindex.queries.Reading.RecordKey;
import org.unifiedhotline.searchindex.queries.Reading.TelephoneNumber;
import org.unifiedhotline.searchindex.queries.Reading.Word;

/**
 * What a person must have in their {@link Reach} to be met by a piece at all. Asked besides the piece itself, never instead:
 * it leads the search to few people before source records are looked at, and changes nothing of what is found.
 */
final class ReachQueries {
    private static final int SHORTEST_PREFIX = 3;
    private static final int MOST_YEARS = 20;
    private static final int MOST_YEARS_BESIDE_SLIPS = 4;

    private final boolean slips;
    private final @Nullable Reading born;

    private ReachQueries(boolean slips, @Nullable Reading born) {
        this.slips = slips;
        this.born = born;
    }

    /** For pieces as typed. */
    static ReachQueries asTyped() {
        return new ReachQueries(false, null);
    }

    /** For pieces that may have slips of the keyboard. */
    static ReachQueries withSlips() {
        return new ReachQueries(true, null);
    }

    /** The same where all these are required: of words with a slip, only those of people who may be born as is said. */
    static ReachQueries withSlips(List<Piece> required) {
        return new ReachQueries(
                true,
                required.stream()
                        .map(Piece::reading)
                        .filter(ReachQueries::saysBirth)
                        .findFirst()
                        .orElse(null));
    }

    /** Whether a piece asks when somebody was born. */
    static boolean saysBirth(Reading reading) {
        return switch (reading) {
            case BirthDay ignored -> true;
            case BirthMonth ignored -> true;
            case BirthYears ignored -> true;
            case AnyOf any -> any.readings().stream().anyMatch(ReachQueries::saysBirth);
            default -> false;
        };
    }

    /** Empty where a piece can be met without anything that the reach holds. */
    Optional<Query> of(Reading reading) {
        return switch (reading) {
            case Word word -> word(word);
            case BirthDay birth -> Optional.of(year(birth.day().getYear()));
            case BirthMonth birth -> Optional.of(year(birth.month().getYear()));
            case BirthYears years -> years(years);
            case LastDigits last -> lastDigits(last.digits());
            case AnyOf any -> anyOf(any.readings());
            // Found at once by themselves, or by codes that are no words.
            case PlaceName ignored -> Optional.empty();
            case TelephoneNumber ignored -> Optional.empty();
            case Identity ignored -> Optional.empty();
            case CaseNumber ignored -> Optional.empty();
            case RecordKey ignored -> Optional.empty();
            case Master ignored -> Optional.empty();
            case Hint ignored -> Optional.empty();
        };
    }

    /** The same of a word; everybody where it can be met without. */
    Query ofWord(Word word) {
        return word(word).orElseGet(Queries::everything);
    }

    /** Somebody's own name has a slip at most. */
    Query withSlip(Word word) {
        return withSlip(OneSlip.ofTyped(word.folded()), born);
    }

    private Optional<Query> word(Word word) {
        if (word.unfinished() && word.folded().length() < SHORTEST_PREFIX) {
            return Optional.empty();
        }
        List<Query> ways = new ArrayList<>();
        ways.add(
                word.unfinished()
                        ? Queries.prefix(Queries.REACH, word.folded())
                        : Queries.term(Queries.REACH, word.folded()));
        if (slips && PieceQueries.mayHaveSlip(word)) {
            ways.add(withSlip(word));
        }
        return Optional.of(Queries.anyOf(ways));
    }

    private Query withSlip(Set<String> forms, @Nullable Reading beside) {
        return switch (beside) {
            case null -> anyTerm(forms.stream().map(Reach::slip));
            case BirthDay birth ->
                withSlip(forms, birth.day().getYear(), birth.day().getYear());
            case BirthMonth birth ->
                withSlip(forms, birth.month().getYear(), birth.month().getYear());
            case BirthYears years
            when years.to() - years.from() < MOST_YEARS_BESIDE_SLIPS -> withSlip(forms, years.from(), years.to());
            case AnyOf any ->
                Queries.anyOf(
                        any.readings().stream().map(one -> withSlip(forms, one)).toList());
            default -> {
                Query slip = withSlip(forms, null);
                yield of(beside)
                        .map(reached -> Queries.allOf(List.of(slip, reached)))
                        .orElse(slip);
            }
        };
    }

    private static Query withSlip(Set<String> forms, int from, int to) {
        return anyTerm(Stream.concat(
                forms.stream().map(Reach::slipInSomeYear),
                IntStream.rangeClosed(from, to)
                        .boxed()
                        .flatMap(year -> forms.stream().map(form -> Reach.slip(form, year)))));
    }

    private static Query anyTerm(Stream<String> terms) {
        return Queries.anyTerm(Queries.REACH, terms.toList());
    }

    private static Optional<Query> years(BirthYears years) {
        return years.to() - years.from() > MOST_YEARS
                ? Optional.empty()
                : Optional.of(Queries.anyOf(IntStream.rangeClosed(years.from(), years.to())
                        .mapToObj(ReachQueries::year)
                        .toList()));
    }

    private static Query year(int year) {
        return Queries.term(Queries.REACH, Reach.year(year));
    }

    private static Optional<Query> lastDigits(String digits) {
        return digits.length() < Reach.LAST_DIGITS
                ? Optional.empty()
                : Optional.of(Queries.term(
                        Queries.REACH, Reach.lastDigits(Digits.backwards(digits).substring(0, Reach.LAST_DIGITS))));
    }

    private Optional<Query> anyOf(List<Reading> readings) {
        List<Query> ways =
                readings.stream().map(this::of).flatMap(Optional::stream).toList();
        return ways.size() < readings.size() ? Optional.empty() : Optional.of(Queries.anyOf(ways));
    }
}
