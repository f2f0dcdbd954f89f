package org.unifiedhotline.matching.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The hash that names a model: the first 64 bits of SHA-256 over its canonical text. */
final class ModelVersion {
    private ModelVersion() {}

    static String of(MatchModel model) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(ModelWriter.write(model).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
