package org.unifiedhotline.mappings.standardization;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Knows family names and clans, with and without marks. All arguments are keys made by {@link Folding}. */
final class FamilyNames {
    private static final Set<String> EXACT = new HashSet<>();
    private static final Set<String> FOLDED = new HashSet<>();
    private static final Set<String> CLANS = new HashSet<>();
    private static final Set<String> COMPOUNDS = new HashSet<>();
    private static final Set<String> DOUBTFUL = new HashSet<>();

    private static final List<String> FREQUENT =
            List.of("trần", "phạm", "hoàng", "trương", "dương", "đặng", "huỳnh", "phùng", "lương");

    static {
        for (String line : ReferenceTable.lines("family-names.txt")) {
            String[] words = line.split(" ");
            for (int at = 1; at < words.length; at++) {
                add(words[0], words[at].replace('_', ' '));
            }
        }
    }

    private FamilyNames() {}

    private static void add(String kind, String name) {
        Set<String> exact = switch (kind) {
            case "kinh", "minority" -> EXACT;
            case "clan" -> CLANS;
            case "compound" -> COMPOUNDS;
            case "doubtful" -> DOUBTFUL;
            default -> throw new IllegalStateException("family-names.txt knows no kind " + kind);
        };
        exact.add(Folding.toneless(name));
        Set<String> folded = kind.equals("kinh") || kind.equals("minority") ? FOLDED : exact;
        folded.add(Folding.fold(name));
    }

    /** Whether a word is a family name: by its marks if it has any, else by its letters alone. */
    static boolean isFamilyName(String word) {
        return Folding.isAscii(word) ? FOLDED.contains(Folding.fold(word)) : EXACT.contains(Folding.toneless(word));
    }

    /** Whether a word of a name that was written with marks is a family name by its own: Quang is not Quàng. */
    static boolean isMarkedFamilyName(String word) {
        return EXACT.contains(Folding.toneless(word));
    }

    /** Whether a word is the clan of an Ê Đê, Gia Rai or neighbouring name. */
    static boolean isClan(String word) {
        return CLANS.contains(Folding.isAscii(word) ? Folding.fold(word) : Folding.toneless(word));
    }

    /** Whether two words are one family name, such as {@code Tôn Nữ}. */
    static boolean isCompound(String first, String second) {
        String both = first + ' ' + second;
        return COMPOUNDS.contains(Folding.isAscii(both) ? Folding.fold(both) : Folding.toneless(both));
    }

    /** Whether a family name is common as a middle or given name too. */
    static boolean isDoubtful(String word) {
        return DOUBTFUL.contains(Folding.isAscii(word) ? Folding.fold(word) : Folding.toneless(word));
    }

    /**
     * Whether a word is a frequent family name with one slip of the keyboard. Without marks only the longest are
     * taken, for Tuan is a slip away from Tran.
     */
    static boolean isSlip(String word) {
        String folded = Folding.fold(word);
        if (Slips.within1(folded, "nguyen") || Slips.within1(folded, "huynh")) {
            return true;
        }
        String exact = Folding.exact(word);
        return !Folding.isAscii(word) && FREQUENT.stream().anyMatch(name -> Slips.within1(exact, name));
    }
}
