package org.unifiedhotline.searchindex.queries;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.unifiedhotline.mappings.standardization.Folding;
import org.unifiedhotline.mappings.standardization.Folding.FoldedWord;
import org.unifiedhotline.searchindex.queries.PlaceReader.FoundPlace;
import org.unifiedhotline.searchindex.queries.Reading.Hint;
import org.unifiedhotline.searchindex.queries.Reading.PlaceName;
import org.unifiedhotline.searchindex.queries.Reading.Word;

/** Reads the words of a typed text: hints, places, and the rest, which may be of a name. */
final class WordReader {
    /** Two words that say what kind of thing stands beside them. */
    private static final Set<String> HINTS = Set.of(
            "sinh nam",
            "nam sinh",
            "sinh ngay",
            "ngay sinh",
            "me cua",
            "ma cua",
            "cha cua",
            "bo cua",
            "ba cua",
            "con cua",
            "chi cua",
            "anh cua",
            "em cua",
            "vo cua",
            "chong cua",
            "so dien",
            "dien thoai");

    private static final Set<String> SINGLE_HINTS = Set.of("sn", "sdt", "cccd", "cmnd", "cmt");

    private static final Set<String> TITLES = Set.of("chi", "anh", "em", "be", "ong", "ba", "co", "chu", "bac", "chau");

    private WordReader() {}

    /** Claims all words. */
    static void read(TypedText text) {
        String rest = text.rest();
        List<FoldedWord> words = Folding.words(rest);
        int at = 0;
        while (at < words.size()) {
            at += claim(text, words, at);
        }
    }

    /** Claims what begins at this word and answers with the number of words claimed. */
    private static int claim(TypedText text, List<FoldedWord> words, int at) {
        FoldedWord word = words.get(at);
        boolean more = at + 1 < words.size();
        if (more && HINTS.contains(word.folded() + " " + words.get(at + 1).folded())) {
            text.claim(word.start(), words.get(at + 1).end(), new Hint());
            return 2;
        }
        if (SINGLE_HINTS.contains(word.folded())) {
            text.claim(word.start(), word.end(), new Hint());
            return 1;
        }
        Optional<FoundPlace> place = PlaceReader.at(text.rest(), words, at);
        if (place.isPresent()) {
            claim(text, words.subList(at, at + place.get().words()), place.get());
            return place.get().words();
        }
        boolean title = more && at == 0 && TITLES.contains(word.folded());
        text.claim(word.start(), word.end(), word(text.rest(), word, !title));
        return 1;
    }

    private static void claim(TypedText text, List<FoldedWord> words, FoundPlace found) {
        String rest = text.rest();
        PlaceName place = found.place();
        List<Word> asName = found.certain()
                ? List.of()
                : words.stream().map(word -> word(rest, word, true)).toList();
        text.claim(
                words.getFirst().start(),
                words.getLast().end(),
                new PlaceName(place.folded(), place.provincesBefore(), place.provincesSince(), asName));
    }

    private static Word word(String text, FoldedWord word, boolean required) {
        String written = text.substring(word.start(), word.end());
        return new Word(
                Folding.exact(written),
                Folding.toneless(written),
                word.folded(),
                word.end() == text.length(),
                required);
    }
}
