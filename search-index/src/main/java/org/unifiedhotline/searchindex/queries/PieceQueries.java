package org.unifiedhotline.searchindex.queries;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.unifiedhotline.masterrecords.scope.FieldKind;
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

/** What a piece asks of a nested source record, and how much each way of matching it counts. */
final class PieceQueries {
    /** Words that so many people share that they tell little. */
    private static final Set<String> COMMON =
            Set.of("nguyen", "tran", "le", "pham", "hoang", "phan", "vu", "dang", "bui", "do", "thi", "van");

    private static final double COMMON_WEIGHT = 0.5;
    private static final int SHORTEST_PREFIX = 2;

    private final boolean marksTyped;
    private final boolean slips;
    private final int shortestPrefix;
    private final Scope scope;

    /**
     * Makes queries for one text.
     *
     * @param marksTyped whether any mark was typed; if none was, a word without marks is as good as one with
     * @param slips whether words may have a slip of the keyboard
     * @param onlyWord whether one word is all that was typed of names: of one letter alone, no more is guessed
     */
    PieceQueries(boolean marksTyped, boolean slips, boolean onlyWord, Scope scope) {
        this.marksTyped = marksTyped;
        this.slips = slips;
        this.shortestPrefix = onlyWord ? SHORTEST_PREFIX : 1;
        this.scope = scope;
    }

    /** What a piece asks of a person: that some source record in scope meets it. */
    Query met(Reading reading) {
        return switch (reading) {
            case Word word when scope.ofNames() == Level.PERSON -> word(word, slips, Level.PERSON);
            case BirthYears years
            when scope.isWhole() && years.from() == years.to() && Reach.holds(years.from()) -> bornIn(years.from());
            case LastDigits last
            when scope.isWhole() && readsNumbers(last) ->
                Queries.scored(
                        score(last), Queries.term(Queries.REACH, Reach.lastDigits(Digits.backwards(last.digits()))));
            case AnyOf any ->
                Queries.best(any.readings().stream().map(this::met).toList());
            default -> scope.inARecord(of(reading));
        };
    }

    /** The query of a piece on the fields of one nested source record. */
    private Query of(Reading reading) {
        return switch (reading) {
            case Word word -> word(word, slips, Level.RECORD);
            case PlaceName place -> place(place);
            case TelephoneNumber telephone -> telephone(telephone);
            case Identity identity -> identity(identity.hash());
            case LastDigits last -> lastDigits(last);
            case BirthDay birth -> birthDay(birth);
            case BirthMonth birth ->
                Queries.scored(
                        9,
                        Queries.term(
                                Queries.matched("birthMonths"), birth.month().toString()));
            case BirthYears years -> birthYears(years);
            case CaseNumber number -> caseNumber(number.numbers());
            case RecordKey key -> Queries.scored(50, Queries.term(Queries.field("key"), key.key()));
            case AnyOf any -> Queries.best(any.readings().stream().map(this::of).toList());
            case Master ignored -> throw new IllegalStateException("a master id is no field of a source record");
            case Hint ignored -> throw new IllegalStateException("a hint is not searched for");
        };
    }

    /** Whether a word is long enough that one slip away from it is not just any word. */
    static boolean mayHaveSlip(Word word) {
        return word.folded().length() >= OneSlip.SHORTEST;
    }

    private static double weight(Word word) {
        return COMMON.contains(word.folded()) ? COMMON_WEIGHT : 1;
    }

    /** A word of a name, of a place, or of an ethnic group. */
    private Query word(Word word, boolean withSlip, Level level) {
        double weight = weight(word);
        List<Query> ways = new ArrayList<>(List.of(wordOfAName(word, withSlip, level)));
        if (word.unfinished() && word.folded().length() >= shortestPrefix) {
            ways.add(Queries.scored(2 * weight, place(Queries.prefix(level.matched("placeWords"), word.folded()))));
        }
        ways.add(Queries.scored(3 * weight, place(Queries.term(level.matched("placeWords"), word.folded()))));
        if (scope.readsAnywhere(FieldKind.ETHNICITY)) {
            ways.add(Queries.scored(
                    3 * weight,
                    scope.reading(FieldKind.ETHNICITY, Queries.term(level.matched("ethnicWords"), word.folded()))));
        }
        return Queries.best(ways);
    }

    /** Of the person's own name, or of who is named beside. */
    private Query wordOfAName(Word word, boolean withSlip, Level level) {
        double weight = weight(word);
        List<Query> ways = new ArrayList<>();
        ways.add(Queries.scored((marksTyped ? 8 : 10) * weight, Queries.term(level.matched("folded"), word.folded())));
        if (marksTyped) {
            ways.add(Queries.scored(10 * weight, Queries.term(level.matched("exact"), word.exact())));
            ways.add(Queries.scored(9.5 * weight, Queries.term(level.matched("toneless"), word.toneless())));
        }
        if (word.unfinished() && word.folded().length() >= shortestPrefix) {
            ways.add(Queries.scored(5 * weight, Queries.prefix(level.matched("folded"), word.folded())));
        }
        if (withSlip && mayHaveSlip(word)) {
            ways.add(Queries.scored(
                    4 * weight, Queries.anyTerm(level.matched("slips"), OneSlip.ofTyped(word.folded()))));
        }
        Query beside = Queries.term(level.relativeWords(), word.folded());
        ways.add(Queries.scored(2.5 * weight, level == Level.RECORD ? scope.beside(beside) : beside));
        return Queries.best(ways);
    }

    private Query place(PlaceName place) {
        List<Query> ways = new ArrayList<>();
        ways.add(Queries.scored(6, place(Queries.term(Queries.matched("placeNames"), place.folded()))));
        if (!place.provincesBefore().isEmpty()) {
            ways.add(Queries.scored(6, Queries.anyTerm(Queries.field("provinceBefore"), place.provincesBefore())));
        }
        if (!place.provincesSince().isEmpty()) {
            ways.add(Queries.scored(5, Queries.anyTerm(Queries.field("province"), place.provincesSince())));
        }
        if (!place.words().isEmpty()) {
            // Or all of it is of a name, as written: Hà Giang is no Hà in An Giang, and no name with a slip in each
            // word.
            ways.add(Queries.allOf(place.words().stream()
                    .map(word -> wordOfAName(word, false, Level.RECORD))
                    .toList()));
        }
        return Queries.best(ways);
    }

    /** Asks of where somebody lives, below the province. */
    private Query place(Query query) {
        return scope.reading(FieldKind.ADDRESS, query);
    }

    /** Whom the case is about, then who reported it. */
    private Query caseNumber(Set<String> numbers) {
        return Queries.best(List.of(
                Queries.scored(40, Queries.anyTerm(scope.told("caseNumbers"), numbers)),
                Queries.scored(35, scope.beside(Queries.anyTerm(Queries.relative("caseNumbers"), numbers)))));
    }

    /** Whose own it is, then beside whom it was told, or who called from it. */
    private Query telephone(TelephoneNumber telephone) {
        List<String> ends = telephone.forms().stream().map(Digits::backwards).toList();
        return scope.reading(
                FieldKind.TELEPHONE,
                Queries.best(List.of(
                        Queries.scored(42, Queries.anyTerm(Queries.matched("ownTelephoneEnds"), ends)),
                        Queries.scored(
                                40,
                                Queries.anyOf(scope.telephoneEnds().stream()
                                        .map(field -> Queries.anyTerm(field, ends))
                                        .toList())))));
    }

    private Query identity(String hash) {
        return scope.reading(
                FieldKind.IDENTITY_NUMBER, Queries.scored(40, Queries.term(Queries.matched("identityHashes"), hash)));
    }

    private Query lastDigits(LastDigits last) {
        String backwards = Digits.backwards(last.digits());
        double score = score(last);
        if (readsNumbers(last)) {
            return Queries.scored(score, Queries.term(Queries.matched("lastDigits"), backwards));
        }
        return Queries.best(List.of(
                scope.reading(
                        FieldKind.TELEPHONE,
                        Queries.scored(
                                score,
                                Queries.anyOf(scope.telephoneEnds().stream()
                                        .map(field -> Queries.prefix(field, backwards))
                                        .toList()))),
                scope.reading(
                        FieldKind.IDENTITY_NUMBER,
                        Queries.scored(score, Queries.prefix(Queries.matched("identityEnds"), backwards)))));
    }

    private static double score(LastDigits last) {
        return Math.min(30, 3.0 * last.digits().length());
    }

    private boolean readsNumbers(LastDigits last) {
        return last.digits().length() == Reach.LAST_DIGITS
                && scope.isOfEveryCentre()
                && scope.readsEverywhere(FieldKind.TELEPHONE)
                && scope.readsEverywhere(FieldKind.IDENTITY_NUMBER);
    }

    /** The same as {@link #birthYears} for a year and a reader who may know all. */
    private static Query bornIn(int year) {
        return Queries.best(List.of(
                Queries.scored(7, Queries.term(Queries.REACH, Reach.bornIn(year))),
                Queries.scored(4, Queries.term(Queries.REACH, Reach.year(year)))));
    }

    /** The day itself, or a record that knows the month or the year only and does not contradict. */
    private static Query birthDay(BirthDay birth) {
        Query day = Queries.term(Queries.matched("birthDays"), birth.day().toString());
        if (birth.swapped()) {
            return Queries.scored(10, day);
        }
        Query someDay = Queries.has(Queries.matched("birthDays"));
        Query month = Queries.term(
                Queries.matched("birthMonths"), birth.day().toString().substring(0, 7));
        Query year = Queries.allOf(List.of(
                Queries.atMost(Queries.matched("bornFrom"), birth.day().getYear()),
                Queries.atLeast(Queries.matched("bornTo"), birth.day().getYear())));
        return Queries.best(List.of(
                Queries.scored(20, day),
                Queries.scored(8, and(month, Queries.not(someDay))),
                Queries.scored(4, and(year, Queries.not(someDay)))));
    }

    private static Query and(Query one, Query other) {
        return Query.of(query -> query.bool(bool -> bool.must(one).filter(other)));
    }

    /** Spans that lie in the years count more than spans that only reach into them. */
    private static Query birthYears(BirthYears years) {
        Query within = Queries.allOf(List.of(
                Queries.between(Queries.matched("bornFrom"), years.from(), years.to()),
                Queries.between(Queries.matched("bornTo"), years.from(), years.to())));
        Query touching = Queries.allOf(List.of(
                Queries.atMost(Queries.matched("bornFrom"), years.to()),
                Queries.atLeast(Queries.matched("bornTo"), years.from())));
        return Queries.best(List.of(Queries.scored(7, within), Queries.scored(4, touching)));
    }
}
