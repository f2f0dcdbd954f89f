package org.unifiedhotline.mappings.standardization;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a name as understood from its words.
 *
 * @param family family name or clan; null if there is none or it cannot be told
 * @param given given name; null if it cannot be told
 * @param reordered the words in the usual order where the writing shows that the given name was put first; else null
 */
record NameParts(
        @Nullable String family,
        @Nullable String middle,
        @Nullable String given,
        @Nullable String reordered) {

    /** Alone, these are family names of someone whose given name was not noted. */
    private static final Set<String> NEVER_GIVEN =
            Set.of("nguyễn", "nguyen", "trần", "tran", "phạm", "pham", "huỳnh", "huynh", "đặng", "đỗ", "bùi", "bui");

    static NameParts of(List<String> words) {
        NameParts highland = highland(words);
        if (highland != null) {
            return highland;
        }
        if (words.size() == 1) {
            String word = words.getFirst();
            return NEVER_GIVEN.contains(word.toLowerCase(Locale.ROOT))
                    ? new NameParts(word, null, null, null)
                    : new NameParts(null, null, word, null);
        }
        if (showsGivenFirst(words)) {
            List<String> turned = new ArrayList<>(words.subList(1, words.size()));
            turned.add(words.getFirst());
            NameParts parts = familyFirst(turned);
            return new NameParts(parts.family, parts.middle, parts.given, String.join(" ", turned));
        }
        return familyFirst(words);
    }

    /** Family name, middle names, given name; a two-word name without a known family name is two given names. */
    private static NameParts familyFirst(List<String> words) {
        int size = words.size();
        int family = size > 2 && FamilyNames.isCompound(words.get(0), words.get(1)) ? 2 : 1;
        if (family == 1 && size == 2 && !isFamily(words.getFirst())) {
            return new NameParts(null, words.getFirst(), words.getLast(), null);
        }
        return new NameParts(joined(words, 0, family), joined(words, family, size - 1), words.getLast(), null);
    }

    /**
     * Whether the given name was put first: a word that is no family name stands before one that is ({@code Sử Vàng
     * A}), or the last word is Thị, which ends no name ({@code Thảo Võ Thị}).
     */
    private static boolean showsGivenFirst(List<String> words) {
        String first = words.getFirst();
        String second = words.get(1);
        if (!isFamily(second)) {
            return false;
        }
        if (words.size() > 2 && isThi(words.getLast())) {
            return true;
        }
        return !isFamily(first)
                && !isThi(second)
                && (words.size() > 2 || !FamilyNames.isDoubtful(second))
                && (!FamilyNames.isDoubtful(second) || isMiddleWord(words.get(2)))
                && !isSlipOfFamilyName(first);
    }

    private static boolean isFamily(String word) {
        return FamilyNames.isFamilyName(word);
    }

    private static boolean isThi(String word) {
        String exact = Folding.exact(word);
        return exact.equals("thị") || exact.equals("thi");
    }

    /** Words that follow a family name: they show that the word before is one. */
    private static boolean isMiddleWord(String word) {
        String exact = Folding.exact(word);
        return isThi(word) || exact.equals("văn") || exact.equals("van") || exact.equals("a") || exact.equals("mí");
    }

    private static boolean isSlipOfFamilyName(String word) {
        String folded = Folding.fold(word);
        return Slips.within1(folded, "nguyen")
                || Slips.within1(folded, "huynh")
                || (!Folding.isAscii(word) && isSlipOfMarked(Folding.exact(word)));
    }

    private static boolean isSlipOfMarked(String exact) {
        return Slips.within1(exact, "trần")
                || Slips.within1(exact, "phạm")
                || Slips.within1(exact, "hoàng")
                || Slips.within1(exact, "trương")
                || Slips.within1(exact, "dương")
                || Slips.within1(exact, "đặng");
    }

    /**
     * Names of the highlands: {@code H'Yuên Niê}, {@code Y Bhăm Mlô} (given name, then the clan, if any), with the
     * clan first in some ({@code Siu H'Lan}), and {@code A Blung}, {@code Y Blen} without clan (Bahnar, Xê Đăng).
     */
    private static @Nullable NameParts highland(List<String> words) {
        int at = 0;
        while (at < words.size() - 1 && FamilyNames.isClan(words.get(at))) {
            at++;
        }
        String clanFirst = joined(words, 0, at);
        String word = words.get(at);
        boolean prefixed = word.length() > 2 && (word.startsWith("H'") || word.startsWith("h'"));
        if (prefixed) {
            return person(clanFirst, word.substring(2), words, at + 1);
        }
        boolean y = word.equalsIgnoreCase("Y") && at < words.size() - 1;
        boolean a = at == 0 && word.equalsIgnoreCase("A") && words.size() == 2;
        if (!y && !a) {
            return null;
        }
        String next = words.get(at + 1);
        if (FamilyNames.isClan(next) && at + 2 == words.size() && clanFirst == null) {
            return new NameParts(next, null, null, null);
        }
        return person(clanFirst, next, words, at + 2);
    }

    private static NameParts person(@Nullable String clanFirst, String given, List<String> words, int rest) {
        String after = joined(words, rest, words.size());
        return clanFirst == null
                ? new NameParts(after, null, given, null)
                : new NameParts(clanFirst, after, given, null);
    }

    private static @Nullable String joined(List<String> words, int from, int to) {
        return from >= to ? null : String.join(" ", words.subList(from, to));
    }
}
