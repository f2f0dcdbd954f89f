package org.unifiedhotline.mappings.standardization;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * VNI fonts as they look when read as Latin-1: the tone, or the tone and the vowel's own mark together, is a letter
 * behind the vowel ({@code Nguyeãn Vaên Huøng}).
 */
final class Vni {
    private static final Map<String, Character> PAIRS = new HashMap<>();
    private static final Map<Character, Character> SINGLES =
            Map.of('ñ', 'đ', 'ô', 'ơ', 'ö', 'ư', 'í', 'í', 'ì', 'ì', 'æ', 'ỉ', 'ó', 'ĩ', 'ò', 'ị', 'î', 'ỵ');

    static {
        // The tones in one order throughout: acute, grave, hook, tilde, dot below.
        tones("a", "ùøûõï", "áàảãạ");
        tones("e", "ùøûõï", "éèẻẽẹ");
        tones("o", "ùøûõï", "óòỏõọ");
        tones("u", "ùøûõï", "úùủũụ");
        tones("y", "ùøûõï", "ýỳỷỹỵ");
        tones("ô", "ùøûõï", "ớờởỡợ");
        tones("ö", "ùøûõï", "ứừửữự");
        tones("a", "âáàåãä", "âấầẩẫậ");
        tones("e", "âáàåãä", "êếềểễệ");
        tones("o", "âáàåãä", "ôốồổỗộ");
        tones("a", "êéèúüë", "ăắằẳẵặ");
    }

    private Vni() {}

    private static void tones(String vowel, String marks, String letters) {
        for (int at = 0; at < marks.length(); at++) {
            PAIRS.put(vowel + marks.charAt(at), letters.charAt(at));
        }
    }

    /** The text read as VNI; what is no VNI sequence stays. */
    static String decode(String text) {
        StringBuilder decoded = new StringBuilder(text.length());
        for (int at = 0; at < text.length(); at++) {
            char letter = text.charAt(at);
            Character pair = at + 1 < text.length() ? pair(letter, text.charAt(at + 1)) : null;
            Character meaning = pair != null ? pair : SINGLES.get(Character.toLowerCase(letter));
            char plain = meaning == null ? letter : meaning;
            decoded.append(Character.isUpperCase(letter) ? Character.toUpperCase(plain) : plain);
            at += pair != null ? 1 : 0;
        }
        return decoded.toString();
    }

    private static @Nullable Character pair(char vowel, char mark) {
        return PAIRS.get("" + Character.toLowerCase(vowel) + Character.toLowerCase(mark));
    }
}
