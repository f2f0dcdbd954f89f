package org.unifiedhotline.masterrecords.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The tree of record keys")
class KeyTreeTest {
    private static final byte[] ROOT = HexFormat.of().parseHex("00112233445566778899aabbccddeeff".repeat(2));

    @Test
    @DisplayName("has another secret for every number, the same at every asking")
    void secrets() {
        KeyTree tree = KeyTree.ofRoot(ROOT);
        List<String> secrets = LongStream.concat(LongStream.range(0, 600), LongStream.of(KeyTree.NUMBERS - 1))
                .mapToObj(number -> HexFormat.of().formatHex(tree.secret(number)))
                .toList();
        assertThat(secrets).doesNotHaveDuplicates();
        assertThat(HexFormat.of().formatHex(KeyTree.ofRoot(ROOT).secret(599))).isEqualTo(secrets.get(599));
        assertThatThrownBy(() -> tree.secret(KeyTree.NUMBERS)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @DisplayName("destroys any number for good and leaves all others as they were, in whatever order")
    void punctures() {
        Random random = new Random(7);
        KeyTree whole = KeyTree.ofRoot(ROOT);
        List<Long> gone = random.longs(40, 0, 2_000).distinct().boxed().toList();
        KeyTree left = whole.without(gone.subList(0, 10)).without(gone.subList(5, gone.size()));
        for (long number = 0; number < 2_000; number++) {
            if (gone.contains(number)) {
                assertThat(left.secret(number)).isNull();
            } else {
                assertThat(left.secret(number)).isEqualTo(whole.secret(number));
            }
        }
        assertThat(left.nodes().values())
                .as("no node is left from which a destroyed secret could be made")
                .noneMatch(secret -> java.util.Arrays.equals(secret, ROOT));
        assertThat(left.nodes().keySet())
                .allSatisfy(node -> assertThat(gone)
                        .noneMatch(number -> number >>> ((KeyTree.LEVELS - node.level()) * 4) == node.prefix()));
    }

    @Test
    @DisplayName("costs one line of the file for a whole run of numbers beside each other")
    void runs() {
        KeyTree left =
                KeyTree.ofRoot(ROOT).without(LongStream.range(0, 4_096).boxed().toList());
        assertThat(left.nodes()).hasSize(7 * 15);
    }

    @Test
    @DisplayName("is in its file what it was, without what was destroyed; what stood there before is overwritten")
    void file(@TempDir Path folder) throws Exception {
        TreeFile file = TreeFile.in(folder, true);
        byte[] of17 = file.tree().secret(17);
        byte[] of18 = file.tree().secret(18);
        Path before = folder.resolve("before");
        Files.createLink(before, folder.resolve(TreeFile.NAME));
        file.destroy(List.of(17L));
        TreeFile again = TreeFile.in(folder, false);
        assertThat(again.tree().secret(17)).isNull();
        assertThat(again.tree().secret(18)).isEqualTo(of18);
        assertThat(again.id()).isEqualTo(file.id());
        assertThat(of17).isNotEqualTo(of18);
        assertThat(Files.readAllBytes(before)).containsOnly(0);
    }

    @Test
    @DisplayName("is destroyed for all instances that share its file")
    void shared(@TempDir Path folder) {
        TreeFile one = TreeFile.in(folder, true);
        TreeFile other = TreeFile.in(folder, false);
        one.destroy(List.of(5L));
        other.destroy(List.of(6L));
        one.refresh();
        assertThat(one.tree().secret(5)).isNull();
        assertThat(one.tree().secret(6)).isNull();
        assertThat(other.tree().secret(5)).isNull();
        assertThat(one.tree().secret(7)).isNotNull();
    }

    @Test
    @DisplayName("is refused when its file is cut off")
    void damaged(@TempDir Path folder) throws Exception {
        TreeFile.in(folder, true).destroy(List.of(5L));
        Path file = folder.resolve(TreeFile.NAME);
        List<String> lines = Files.readAllLines(file);
        Files.write(file, lines.subList(0, lines.size() - 3));
        assertThatThrownBy(() -> TreeFile.in(folder, false))
                .isInstanceOf(KeystoreException.class)
                .hasMessageContaining("records.tree is damaged");
    }
}
