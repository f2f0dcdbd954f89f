package org.unifiedhotline.searchindex.documents;

import java.util.List;
import org.unifiedhotline.mappings.standardization.Folding;

/** Names of places without the word that says what kind of unit they are, folded: {@code Tỉnh Lào Cai}, {@code lao cai}. */
public final class PlaceNames {
    private static final List<String> TYPE_WORDS = List.of(
            "thanh pho", "thi xa", "thi tran", "dac khu", "tinh", "huyen", "quan", "phuong", "xa", "tp", "tx", "tt");

    private static final List<String> CERTAIN_TYPE_WORDS = List.of(
            "thành phố",
            "thị xã",
            "thị trấn",
            "đặc khu",
            "tỉnh",
            "huyện",
            "quận",
            "phường",
            "xã",
            "tp",
            "tx",
            "tt",
            "thanh pho",
            "thi xa",
            "thi tran",
            "dac khu");

    private PlaceNames() {}

    /** The folded name; a number keeps its type word, for {@code 1} alone names nothing. */
    public static String withoutType(String name) {
        String folded = Folding.fold(name);
        for (String type : TYPE_WORDS) {
            if (folded.startsWith(type + " ")) {
                String rest = folded.substring(type.length() + 1);
                return rest.matches("[0-9]+") ? folded : rest;
            }
        }
        return folded;
    }

    /** Whether the text begins with a type word, marked or not, and goes on. */
    public static boolean beginsWithType(String text) {
        String folded = Folding.fold(text);
        return TYPE_WORDS.stream().anyMatch(type -> folded.startsWith(type + " "));
    }

    /** Whether it begins with what is nothing but a type word: {@code phường}, not {@code phuong}, which may be Phương. */
    public static boolean saysType(String text) {
        String exact = Folding.exact(text);
        return CERTAIN_TYPE_WORDS.stream().anyMatch(type -> exact.startsWith(type + " "));
    }
}
