package org.unifiedhotline.console.exports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The file of an export")
class ExportFileTest {
    @Test
    @DisplayName("tells nothing on the disk, and all to whoever fetches it while the service runs")
    void encrypted(@TempDir Path folder) throws IOException {
        byte[] told = "Nguyễn Thị Hòa;0912345678\n".repeat(500).getBytes(StandardCharsets.UTF_8);
        Path path = folder.resolve("one.export");
        ExportFile file = new ExportFile(path);
        try (OutputStream to = file.write()) {
            to.write(told);
        }
        assertThat(new String(Files.readAllBytes(path), StandardCharsets.ISO_8859_1))
                .doesNotContain("0912345678", "Nguy");
        assertThat(file.getContentAsByteArray()).isEqualTo(told);
        assertThat(file.contentLength()).isEqualTo(told.length);
        byte[] first = Files.readAllBytes(path);
        try (OutputStream to = file.write()) {
            to.write(told);
        }
        assertThat(Files.readAllBytes(path)).as("the same, written again").isNotEqualTo(first);
    }
}
