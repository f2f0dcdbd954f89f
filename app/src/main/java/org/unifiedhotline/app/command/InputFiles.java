package org.unifiedhotline.app.command;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Checks files that an operator names before they are read; what they hold is UTF-8. */
public final class InputFiles {
    private InputFiles() {}

    /** Complains of what is not there, is a folder, or may not be read. */
    public static void check(Path file) throws BadInputException {
        if (!Files.exists(file)) {
            throw new BadInputException(file + ": there is no such file");
        }
        if (Files.isDirectory(file)) {
            throw new BadInputException(file + ": expected a file, this is a folder");
        }
        if (!Files.isReadable(file)) {
            throw new BadInputException(file + ": cannot be read");
        }
    }

    /** All of a small file. */
    public static String text(Path file) throws IOException, BadInputException {
        check(file);
        try {
            return Files.readString(file);
        } catch (CharacterCodingException _) {
            throw notUtf8(file);
        }
    }

    /** The complaint about a file that turned out not to be UTF-8: a decoder does not tell the line, so it is sought here. */
    public static BadInputException notUtf8(Path file) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        long number = 1;
        try (InputStream bytes = new BufferedInputStream(Files.newInputStream(file))) {
            for (int next = bytes.read(); next >= 0; next = bytes.read()) {
                line.write(next);
                if (next == '\n') {
                    if (!isUtf8(line.toByteArray())) {
                        break;
                    }
                    line.reset();
                    number++;
                }
            }
        }
        return new BadInputException(file + ": line " + number + ": expected text in UTF-8, found bytes that are none");
    }

    private static boolean isUtf8(byte[] line) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(line));
            return true;
        } catch (CharacterCodingException _) {
            return false;
        }
    }
}
