package org.unifiedhotline.mappings.standardization;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** In which order the words of a name were written, as far as they show it. */
enum NameOrder {
    /** Family name, middle names, given name; or nothing shows otherwise. */
    USUAL,
    /** The given name first: {@code Sử Vàng A}, {@code Thảo Võ Thị}. */
    GIVEN_FIRST,
    /** The first word may be the given name or the family name: {@code Lâm Nguyễn Thanh}. */
    DOUBTFUL;

    /** Family names too frequent to be taken for a given name when another family name (the mother's) follows. */
    private static final Set<String> FREQUENT = Set.of(
            "nguyen", "tran", "le", "pham", "phan", "bui", "do", "dang", "huynh", "vo", "ngo", "ho", "trinh", "dinh",
            "doan", "truong");

    /**
     * The order of a main name. A word that is no family name before one that is shows that the given name was put
     * first; so does Thị at the end, for it ends no name.
     */
    static NameOrder of(List<String> words) {
        if (words.size() < 2 || isHighland(words)) {
            return USUAL;
        }
        String first = words.getFirst();
        String second = words.get(1);
        boolean marked = words.stream().anyMatch(word -> !Folding.isAscii(word));
        boolean secondIsFamily =
                !isThi(second) && (marked ? FamilyNames.isMarkedFamilyName(second) : FamilyNames.isFamilyName(second));
        if (!secondIsFamily) {
            return USUAL;
        }
        if (words.size() > 2 && isThi(words.getLast())) {
            return GIVEN_FIRST;
        }
        if (FamilyNames.isFamilyName(first)) {
            boolean rare = !FREQUENT.contains(Folding.fold(first)) && !FamilyNames.isDoubtful(second);
            return rare && words.size() > 2 ? DOUBTFUL : USUAL;
        }
        if (FamilyNames.isSlip(first)) {
            return USUAL;
        }
        if (words.size() == 2) {
            // Anh Đào and Minh Hoàng are two given names.
            return FREQUENT.contains(Folding.fold(second)) && !FamilyNames.isDoubtful(second) ? GIVEN_FIRST : USUAL;
        }
        return !FamilyNames.isDoubtful(second) || isMiddleWord(words.get(2)) ? GIVEN_FIRST : USUAL;
    }

    /** The words with the first put last. */
    static List<String> turned(List<String> words) {
        List<String> turned = new ArrayList<>(words.subList(1, words.size()));
        turned.add(words.getFirst());
        return turned;
    }

    private static boolean isHighland(List<String> words) {
        String first = words.getFirst();
        return first.equalsIgnoreCase("Y") || first.equalsIgnoreCase("A") || first.indexOf('\'') >= 0;
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
}
