package org.unifiedhotline.masterrecords;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Map;
import org.unifiedhotline.masterrecords.keys.Keystore;

/** Keys for a hub of a test. */
public final class TestKeys {
    private TestKeys() {}

    public static Keystore make() {
        try {
            return Keystore.open(Files.createTempDirectory("keys"), Map.of(), true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
