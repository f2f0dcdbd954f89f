package org.unifiedhotline.mappings.standardization;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** UTF-8 that was read as Windows-1252: {@code Nguyá»…n} for {@code Nguyễn}. */
final class Utf8AsLatin {
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    private Utf8AsLatin() {}

    /** The text as it was meant, or null if its bytes are no UTF-8. */
    static @Nullable String decode(String text) {
        byte[] bytes = new byte[text.length()];
        for (int at = 0; at < bytes.length; at++) {
            int code = code(text.charAt(at));
            if (code < 0) {
                return null;
            }
            bytes[at] = (byte) code;
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    private static int code(char letter) {
        if (letter <= 0xFF) {
            return letter;
        }
        byte[] bytes = String.valueOf(letter).getBytes(WINDOWS_1252);
        return bytes.length == 1 && bytes[0] != '?' ? bytes[0] & 0xFF : -1;
    }
}
