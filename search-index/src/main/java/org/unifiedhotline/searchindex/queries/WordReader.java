package org.unifiedhotline.searchindex.queries;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.unifiedhotline.mappings.standardization.Folding;
import org.unifiedhotline.mappings.standardization.Folding.FoldedWord;
import org.unifiedhotline.searchindex.documents.Kinship;
import org.unifiedhotline.searchindex.queries.PlaceReader.FoundPlace;
import org.unifiedhotline.searchindex.queries.Reading.Hint;
import org.unifiedhotline.searchindex.queries.Reading.PlaceName;
import org.unifiedhotline.searchindex.queries.Reading.Word;

/** Reads the words of a typed text: hints, places, and the rest, which may be of a name. */
final class WordReader {
    /** Two words that say what kind of thing stands beside them. */
    private static final Set<String> HINTS =
            Set.of("sinh nam", "nam sinh", "sinh ngay", "ngay sinh", "so dien", "dien thoai");

    private static final String OF = "cua";

    /** What stands before {@code của} and says what one is to another; {@code ba} is father in the South, and {@code bà}. */
    private static final Map<String, Set<Kinship>> KIN = Map.ofEntries(
            entry("me", Set.of(Kinship.MOTHER, Kinship.PARENT)),
            entry("ma", Set.of(Kinship.MOTHER, Kinship.PARENT)),
            entry("cha", Set.of(Kinship.FATHER, Kinship.PARENT)),
            entry("bo", Set.of(Kinship.FATHER, Kinship.PARENT)),
            entry("ba", Set.of(Kinship.FATHER, Kinship.PARENT, Kinship.GRANDPARENT)),
            entry("ong", Set.of(Kinship.GRANDPARENT)),
            entry("con", Set.of(Kinship.CHILD)),
            entry("con gai", Set.of(Kinship.CHILD)),
            entry("con trai", Set.of(Kinship.CHILD)),
            entry("chau", Set.of(Kinship.GRANDCHILD, Kinship.RELATIVE)),
            entry("chi", Set.of(Kinship.SIBLING)),
            entry("chi gai", Set.of(Kinship.SIBLING)),
            entry("anh", Set.of(Kinship.SIBLING)),
            entry("anh trai", Set.of(Kinship.SIBLING)),
            entry("em", Set.of(Kinship.SIBLING)),
            entry("em gai", Set.of(Kinship.SIBLING)),
            entry("em trai", Set.of(Kinship.SIBLING)),
            entry("vo", Set.of(Kinship.RELATIVE, Kinship.OTHER)),
            entry("chong", Set.of(Kinship.RELATIVE, Kinship.OTHER)),
            entry("co", Set.of(Kinship.RELATIVE)),
            entry("di", Set.of(Kinship.RELATIVE)),
            entry("chu", Set.of(Kinship.RELATIVE)),
            entry("cau", Set.of(Kinship.RELATIVE)),
            entry("bac", Set.of(Kinship.RELATIVE)));

    private static final int MOST_WORDS_OF_KIN = 2;

    private static final Set<String> SINGLE_HINTS = Set.of("sn", "sdt", "cccd", "cmnd", "cmt");

    private static final String MONG = "hmong";

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
        int kin = claimKin(text, words, at);
        if (kin > 0) {
            return kin;
        }
        if (more && HINTS.contains(word.folded() + " " + words.get(at + 1).folded())) {
            text.claim(word.start(), words.get(at + 1).end(), new Hint(Set.of()));
            return 2;
        }
        if (SINGLE_HINTS.contains(word.folded())) {
            text.claim(word.start(), word.end(), new Hint(Set.of()));
            return 1;
        }
        int mong = MONG.equals(word.folded()) ? 1 : more && isMong(word, words.get(at + 1)) ? 2 : 0;
        if (mong > 0) {
            FoldedWord last = words.get(at + mong - 1);
            text.claim(word.start(), last.end(), new Word("mông", Folding.toneless("mông"), "mong", false, true));
            return mong;
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

    /** {@code H'Mông}, {@code h mong}: the group that is written Mông in the list of ethnic groups. */
    private static boolean isMong(FoldedWord first, FoldedWord second) {
        return first.folded().equals("h") && second.folded().equals("mong");
    }

    /** Claims {@code mẹ của}, {@code em gái của} and answers with the number of words claimed. */
    private static int claimKin(TypedText text, List<FoldedWord> words, int at) {
        for (int of = at + MOST_WORDS_OF_KIN; of > at; of--) {
            if (of < words.size() && words.get(of).folded().equals(OF)) {
                String said =
                        words.subList(at, of).stream().map(FoldedWord::folded).collect(Collectors.joining(" "));
                Set<Kinship> kin = KIN.get(said);
                if (kin != null) {
                    text.claim(words.get(at).start(), words.get(of).end(), new Hint(kin));
                    return of - at + 1;
                }
            }
        }
        return 0;
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
