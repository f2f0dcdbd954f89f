package org.unifiedhotline.mappings.standardization;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A place's name as written, taken apart into type word and name.
 *
 * @param type the type word, folded ({@code huyen}, {@code thi tran}); null if none stands there
 * @param name the name without it, folded
 * @param marked the name without it, with its marks, insensitive to where the tone mark sits
 * @param whole the name with it, folded, where the type word may be part of the name itself, typed without marks
 *     ({@code Quan Hoa} is a district); null where it cannot
 */
record PlaceText(
        @Nullable String type,
        String name,
        String marked,
        @Nullable String whole) {
    private record TypeWord(String written, String type, boolean marked) {}

    private static final List<TypeWord> TYPE_WORDS = List.of(
            new TypeWord("thành phố", "thanh pho", true),
            new TypeWord("thanh pho", "thanh pho", false),
            new TypeWord("tp", "thanh pho", true),
            new TypeWord("thị xã", "thi xa", true),
            new TypeWord("thi xa", "thi xa", false),
            new TypeWord("tx", "thi xa", true),
            new TypeWord("thị trấn", "thi tran", true),
            new TypeWord("thi tran", "thi tran", false),
            new TypeWord("tt", "thi tran", true),
            new TypeWord("đặc khu", "dac khu", true),
            new TypeWord("dac khu", "dac khu", false),
            new TypeWord("quận", "quan", true),
            new TypeWord("quan", "quan", false),
            new TypeWord("huyện", "huyen", true),
            new TypeWord("huyen", "huyen", false),
            new TypeWord("phường", "phuong", true),
            new TypeWord("phuong", "phuong", false),
            new TypeWord("xã", "xa", true),
            new TypeWord("xa", "xa", false),
            new TypeWord("tỉnh", "tinh", true),
            new TypeWord("tinh", "tinh", false),
            new TypeWord("q", "quan", true),
            new TypeWord("h", "huyen", true),
            new TypeWord("p", "phuong", true),
            new TypeWord("x", "xa", true),
            new TypeWord("t", "tinh", true));

    static PlaceText of(String written) {
        String exact = Folding.exact(written);
        for (TypeWord word : TYPE_WORDS) {
            String rest = rest(exact, word.written);
            if (rest != null) {
                String whole = word.marked ? null : Folding.fold(exact);
                return new PlaceText(word.type, plainNumber(Folding.fold(rest)), Folding.toneless(rest), whole);
            }
        }
        return new PlaceText(null, plainNumber(Folding.fold(exact)), Folding.toneless(exact), null);
    }

    /** What follows the word, or null: a space must part them, but for a short form before a number ({@code Q1}). */
    private static @Nullable String rest(String exact, String word) {
        if (!exact.startsWith(word) || exact.length() == word.length()) {
            return null;
        }
        char next = exact.charAt(word.length());
        if (next == ' ') {
            return exact.substring(word.length() + 1);
        }
        return word.length() <= 2 && Character.isDigit(next) ? exact.substring(word.length()) : null;
    }

    /** {@code 4} for {@code 04}. */
    private static String plainNumber(String name) {
        return name.length() == 2 && name.charAt(0) == '0' && Character.isDigit(name.charAt(1))
                ? name.substring(1)
                : name;
    }

    /** A folded name as the key of an index: without spaces, for {@code Đắk R'Lấp} is written in many ways. */
    static String key(String folded) {
        return folded.indexOf(' ') < 0 ? folded : folded.replace(" ", "");
    }
}
