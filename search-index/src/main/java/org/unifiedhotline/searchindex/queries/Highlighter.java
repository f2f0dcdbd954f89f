package org.unifiedhotline.searchindex.queries;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.unifiedhotline.mappings.standardization.Folding;
import org.unifiedhotline.mappings.standardization.Folding.FoldedWord;
import org.unifiedhotline.mappings.standardization.Places;
import org.unifiedhotline.searchindex.documents.Digits;
import org.unifiedhotline.searchindex.documents.OneSlip;
import org.unifiedhotline.searchindex.documents.SourceRecordDocument.ShownBirth;
import org.unifiedhotline.searchindex.queries.PlaceReader.FoundPlace;
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
import org.unifiedhotline.searchindex.queries.SearchHit.Highlight;
import org.unifiedhotline.searchindex.queries.SearchHit.Mark;

/**
 * Marks in the original spelling what the typed text met. Documents hold folded words only, so that the way back goes
 * through the same folding, which knows where each word stands in what was written.
 */
final class Highlighter {
    private final Set<String> words = new TreeSet<>();
    private final List<PlaceName> places = new ArrayList<>();
    private final Set<String> beginnings = new TreeSet<>();
    private final Set<String> telephones = new TreeSet<>();
    private final Set<String> identities = new TreeSet<>();
    private final Set<String> lastDigits = new TreeSet<>();
    private final Set<String> cases = new TreeSet<>();
    private final List<int[]> births = new ArrayList<>();
    private final boolean slips;

    /** Prepares to mark what this text met; {@code slips} if words with a slip were let in. */
    Highlighter(Understanding understanding, boolean slips) {
        this.slips = slips;
        understanding.pieces().forEach(piece -> learn(piece.reading()));
    }

    private void learn(Reading reading) {
        switch (reading) {
            case Word word -> {
                words.add(word.folded());
                if (word.unfinished() && word.folded().length() > 1) {
                    beginnings.add(word.folded());
                }
            }
            case PlaceName place -> places.add(place);
            case TelephoneNumber telephone -> telephones.addAll(telephone.forms());
            case Identity identity -> identities.add(identity.number());
            case LastDigits last -> lastDigits.add(last.digits());
            case BirthDay birth ->
                births.add(new int[] {birth.day().getYear(), birth.day().getYear()});
            case BirthMonth birth ->
                births.add(new int[] {birth.month().getYear(), birth.month().getYear()});
            case BirthYears years -> births.add(new int[] {years.from(), years.to()});
            case CaseNumber number -> cases.addAll(number.numbers());
            case AnyOf any -> any.readings().forEach(this::learn);
            case RecordKey ignored -> {}
            case Master ignored -> {}
            case Hint ignored -> {}
        }
    }

    /** The words of a person's own name that were met, with a slip too if slips were let in. */
    Optional<Highlight> name(String text) {
        return named("name", text, folded -> isMet(folded) || (slips && isMetWithSlip(folded)));
    }

    /** The words of the name of somebody named beside the person: no slip and no beginning of a word meets these. */
    Optional<Highlight> relatedName(String text) {
        return named("relatedName", text, words::contains);
    }

    Optional<Highlight> ethnicGroup(String text) {
        return highlight("ethnicGroup", text, met(Folding.words(text), words::contains));
    }

    /**
     * What was met of where somebody lives: single words, places that were typed, and the province that is called as typed before or
     * since the reform, under whichever name it is written here.
     */
    Optional<Highlight> place(String text) {
        List<FoldedWord> all = Folding.words(text);
        Set<Mark> marks = new LinkedHashSet<>(met(all, this::isMet));
        for (PlaceName place : places) {
            List<Mark> found = phrase(all, List.of(place.folded().split(" ")));
            marks.addAll(found.isEmpty() ? provinceOf(place, text, all) : found);
        }
        return highlight(
                "place",
                text,
                marks.stream().sorted(Comparator.comparingInt(Mark::start)).toList());
    }

    /** A name: the words that were met, and those of a typed place if all of them are of the name. */
    private Optional<Highlight> named(String field, String text, Predicate<String> isMet) {
        List<FoldedWord> all = Folding.words(text);
        Set<String> said = all.stream().map(FoldedWord::folded).collect(Collectors.toSet());
        Set<String> ofPlaces = places.stream()
                .map(place -> List.of(place.folded().split(" ")))
                .filter(said::containsAll)
                .flatMap(List::stream)
                .collect(Collectors.toSet());
        return highlight(field, text, met(all, folded -> ofPlaces.contains(folded) || isMet.test(folded)));
    }

    private static List<Mark> met(List<FoldedWord> all, Predicate<String> isMet) {
        return all.stream()
                .filter(word -> isMet.test(word.folded()))
                .map(word -> new Mark(word.start(), word.end()))
                .toList();
    }

    /** The words of a place where they follow each other. */
    private static List<Mark> phrase(List<FoldedWord> all, List<String> words) {
        List<Mark> marks = new ArrayList<>();
        for (int at = 0; at + words.size() <= all.size(); at++) {
            List<FoldedWord> here = all.subList(at, at + words.size());
            if (here.stream().map(FoldedWord::folded).toList().equals(words)) {
                here.forEach(word -> marks.add(new Mark(word.start(), word.end())));
            }
        }
        return marks;
    }

    /** The last place of the text where it is a province that was joined with the typed one, or parted from it. */
    private static List<Mark> provinceOf(PlaceName typed, String text, List<FoldedWord> all) {
        for (int at = 0; at < all.size(); at++) {
            Optional<FoundPlace> found = PlaceReader.at(text, all, at);
            if (found.isPresent() && at + found.get().words() == all.size() && isJoined(typed, found.get())) {
                return all.subList(at, all.size()).stream()
                        .map(word -> new Mark(word.start(), word.end()))
                        .toList();
            }
        }
        return List.of();
    }

    private static boolean isJoined(PlaceName typed, FoundPlace found) {
        Set<String> today = new HashSet<>(typed.provincesSince());
        today.retainAll(provincesOfToday(found.place()));
        return !today.isEmpty();
    }

    private static Set<String> provincesOfToday(PlaceName place) {
        return Stream.concat(
                        place.provincesSince().stream(),
                        place.provincesBefore().stream()
                                .map(Places.standard()::provinceSince)
                                .filter(Objects::nonNull))
                .collect(Collectors.toSet());
    }

    private boolean isMet(String folded) {
        return words.contains(folded) || beginnings.stream().anyMatch(folded::startsWith);
    }

    private boolean isMetWithSlip(String folded) {
        return words.stream()
                .filter(word -> word.length() >= OneSlip.SHORTEST)
                .anyMatch(word -> OneSlip.apart(word, folded));
    }

    /** A telephone: the whole of it, or its last digits. */
    Optional<Highlight> telephone(String written, Set<String> forms) {
        boolean whole = forms.stream().anyMatch(telephones::contains);
        return whole ? highlight("telephone", written, whole(written)) : lastDigits("telephone", written);
    }

    /** The end of an identity number, which is all that the index shows: met by the whole number, or by its last digits. */
    Optional<Highlight> identity(String written) {
        String end = Digits.identity(written);
        return !end.isEmpty() && identities.stream().anyMatch(number -> number.endsWith(end))
                ? highlight("identityNumber", written, whole(written))
                : lastDigits("identityNumber", written);
    }

    Optional<Highlight> caseNumber(String number) {
        return cases.contains(number.toUpperCase(Locale.ROOT))
                ? highlight("caseNumber", number, whole(number))
                : Optional.empty();
    }

    /** A birth whose span meets a year that was typed. */
    Optional<Highlight> birth(ShownBirth birth) {
        int from = Integer.parseInt(birth.from().substring(0, 4));
        int to = Integer.parseInt(birth.to().substring(0, 4));
        boolean met = births.stream().anyMatch(years -> from <= years[1] && to >= years[0]);
        return met ? highlight("birth", birth.written(), whole(birth.written())) : Optional.empty();
    }

    private Optional<Highlight> lastDigits(String field, String written) {
        String digits = Digits.of(written);
        return lastDigits.stream()
                .filter(digits::endsWith)
                .findFirst()
                .flatMap(last -> highlight(field, written, List.of(ending(written, last.length()))));
    }

    /** The stretch of the last so many digits, whatever stands between them. */
    private static Mark ending(String written, int digits) {
        int end = written.length();
        while (!isDigit(written.charAt(end - 1))) {
            end--;
        }
        int start = end;
        for (int left = digits; left > 0; ) {
            start--;
            left -= isDigit(written.charAt(start)) ? 1 : 0;
        }
        return new Mark(start, end);
    }

    private static boolean isDigit(char letter) {
        return letter >= '0' && letter <= '9';
    }

    private static List<Mark> whole(String text) {
        return text.isEmpty() ? List.of() : List.of(new Mark(0, text.length()));
    }

    private static Optional<Highlight> highlight(String field, String text, List<Mark> marks) {
        return marks.isEmpty() ? Optional.empty() : Optional.of(new Highlight(field, text, marks));
    }
}
