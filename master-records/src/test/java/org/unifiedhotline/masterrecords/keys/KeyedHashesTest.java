package org.unifiedhotline.masterrecords.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Keyed hashes")
class KeyedHashesTest {
    private static final KeyedHashes HASHES = new KeyedHashes(new byte[32]);

    @Test
    @DisplayName(
            "of numbers are by SipHash-2-4: the paper's key, and the reference implementation's vector of eight bytes")
    void sipHash() {
        // vectors.h of the reference implementation, key 00..0f, message 00..07: 62 24 93 9a 79 f5 f5 93
        assertThat(KeyedHashes.sipHash(0x0706050403020100L, 0x0f0e0d0c0b0a0908L, 0x0706050403020100L))
                .isEqualTo(0x93f5f5799a932462L);
    }

    @Test
    @DisplayName("of numbers lead back with the key, and elsewhere without")
    void back() {
        KeyedHashes others = new KeyedHashes(Primitives.hmac(new byte[32], new byte[1]));
        new Random(3).longs(1_000).forEach(hash -> {
            assertThat(HASHES.back(HASHES.of(hash))).isEqualTo(hash);
            assertThat(HASHES.of(hash)).isNotEqualTo(hash).isNotEqualTo(others.of(hash));
        });
    }

    @Test
    @DisplayName("of texts differ by kind and by key")
    void texts() {
        assertThat(HASHES.of("cccd", "001202000001")).hasSize(32).isEqualTo(HASHES.of("cccd", "001202000001"));
        assertThat(HASHES.of("passport", "001202000001")).isNotEqualTo(HASHES.of("cccd", "001202000001"));
        assertThat(new KeyedHashes(new byte[] {1}).of("cccd", "001202000001"))
                .isNotEqualTo(HASHES.of("cccd", "001202000001"));
    }
}
