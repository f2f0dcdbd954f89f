package org.unifiedhotline.mappings.standardization;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a name as understood from its words, which stand in the usual order.
 *
 * @param family family name or clan; null if there is none or it cannot be told
 * @param given given name; null if it cannot be told
 */
record NameParts(
        @Nullable String family,
        @Nullable String middle,
        @Nullable String given) {

    /** Alone, these are family names of someone whose given name was not noted. */
    private static final Set<String> NEVER_GIVEN =
            Set.of("nguyễn", "nguyen", "trần", "tran", "phạm", "pham", "huỳnh", "huynh", "đặng", "đỗ", "bùi", "bui");

    static NameParts of(List<String> words) {
        if (words.size() == 1) {
            return single(words.getFirst());
        }
        NameParts highland = highland(words);
        return highland != null ? highland : familyFirst(words);
    }

    private static NameParts single(String word) {
        if (isPrefixed(word)) {
            return new NameParts(null, null, word.substring(2));
        }
        return NEVER_GIVEN.contains(word.toLowerCase(Locale.ROOT))
                ? new NameParts(word, null, null)
                : new NameParts(null, null, word);
    }

    /** Family name, middle names, given name; a two-word name without a known family name is two given names. */
    private static NameParts familyFirst(List<String> words) {
        int size = words.size();
        String first = words.getFirst();
        int family = size > 2 && FamilyNames.isCompound(first, words.get(1)) ? 2 : 1;
        if (size == 2 && !FamilyNames.isFamilyName(first) && !FamilyNames.isSlip(first)) {
            return new NameParts(null, first, words.getLast());
        }
        return new NameParts(joined(words, 0, family), joined(words, family, size - 1), words.getLast());
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
        if (isPrefixed(word)) {
            return person(clanFirst, word.substring(2), words, at + 1);
        }
        boolean last = at == words.size() - 1;
        boolean y = word.equalsIgnoreCase("Y") && !last;
        boolean a = at == 0 && word.equalsIgnoreCase("A") && words.size() == 2;
        if (y || a) {
            return afterParticle(clanFirst, words, at + 1);
        }
        boolean clanLast = at == 0 && FamilyNames.isClan(words.getLast()) && !FamilyNames.isFamilyName(word);
        // The H of H'Blưp was lost to a slip, or the particle was left out.
        return clanLast ? person(null, word.startsWith("'") ? word.substring(1) : word, words, 1) : null;
    }

    private static @Nullable NameParts afterParticle(@Nullable String clanFirst, List<String> words, int next) {
        boolean onlyClan = clanFirst == null && next == words.size() - 1 && FamilyNames.isClan(words.get(next));
        return onlyClan
                ? new NameParts(words.get(next), null, null)
                : person(clanFirst, words.get(next), words, next + 1);
    }

    private static boolean isPrefixed(String word) {
        return word.length() > 2 && (word.startsWith("H'") || word.startsWith("h'"));
    }

    private static NameParts person(@Nullable String clanFirst, String given, List<String> words, int rest) {
        String after = joined(words, rest, words.size());
        return clanFirst == null ? new NameParts(after, null, given) : new NameParts(clanFirst, after, given);
    }

    private static @Nullable String joined(List<String> words, int from, int to) {
        return from >= to ? null : String.join(" ", words.subList(from, to));
    }
}
