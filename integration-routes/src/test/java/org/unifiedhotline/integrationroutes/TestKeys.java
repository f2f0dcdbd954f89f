package org.unifiedhotline.integrationroutes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.unifiedhotline.masterrecords.keys.Keystore;

/** The keys of all hubs of the tests. */
public final class TestKeys {
    private static final Path FOLDER = make();

    private TestKeys() {}

    /** Their folder. */
    public static Path folder() {
        return FOLDER;
    }

    private static Path make() {
        try {
            Path folder = Files.createTempDirectory("keys");
            Keystore.open(folder, Map.of(), true);
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
