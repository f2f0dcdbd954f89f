package org.unifiedhotline.searchindex.queries;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.unifiedhotline.mappings.standardization.Era;
import org.unifiedhotline.mappings.standardization.Folding.FoldedWord;
import org.unifiedhotline.mappings.standardization.PlaceMatch;
import org.unifiedhotline.mappings.standardization.PlaceMatch.Level;
import org.unifiedhotline.mappings.standardization.Places;
import org.unifiedhotline.searchindex.documents.PlaceNames;
import org.unifiedhotline.searchindex.queries.Reading.PlaceName;

/**
 * Finds names of places among words. Provinces are known by their bare name, districts and communes only behind their
 * type word: too many of them are called like people.
 */
final class PlaceReader {
    private static final int MOST_WORDS = 6;
    private static final Places PLACES = Places.standard();

    private PlaceReader() {}

    /** The longest name of a place that begins at a word; its words are left empty. */
    static Optional<FoundPlace> at(String text, List<FoldedWord> words, int first) {
        for (int last = Math.min(words.size(), first + MOST_WORDS) - 1; last >= first; last--) {
            String written =
                    text.substring(words.get(first).start(), words.get(last).end());
            if (written.indexOf('\n') >= 0) {
                continue;
            }
            Optional<PlaceName> place = named(written);
            if (place.isPresent()) {
                return Optional.of(new FoundPlace(place.get(), last - first + 1, PlaceNames.saysType(written)));
            }
        }
        return Optional.empty();
    }

    private static Optional<PlaceName> named(String written) {
        boolean typed = PlaceNames.beginsWithType(written);
        List<PlaceMatch> matches = PLACES.find(written).stream()
                .filter(match -> typed || match.level() == Level.PROVINCE)
                .toList();
        return matches.isEmpty()
                ? Optional.empty()
                : Optional.of(new PlaceName(
                        PlaceNames.withoutType(written),
                        provinces(matches, Era.BEFORE),
                        provinces(matches, Era.SINCE),
                        List.of()));
    }

    private static Set<String> provinces(List<PlaceMatch> matches, Era era) {
        return matches.stream()
                .filter(match -> match.level() == Level.PROVINCE && match.era() == era)
                .map(PlaceMatch::code)
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * A place among words.
     *
     * @param words how many words it takes
     * @param certain whether a type word says that it is a place
     */
    record FoundPlace(PlaceName place, int words, boolean certain) {}
}
