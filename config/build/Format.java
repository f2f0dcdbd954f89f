import com.palantir.javaformat.java.Formatter;
import com.palantir.javaformat.java.JavaFormatterOptions;
import com.palantir.javaformat.java.RemoveUnusedImports;
import com.palantir.javaformat.java.ImportOrderer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Checks or applies the one Java format of this project: {@code java Format.java check|apply ROOT}. */
class Format {
    private static final JavaFormatterOptions.Style STYLE = JavaFormatterOptions.Style.PALANTIR;

    public static void main(String[] arguments) throws Exception {
        boolean apply = arguments[0].equals("apply");
        Path root = Path.of(arguments[1]);
        Path stampFile = root.resolve("target/formatter/stamp");
        long checkedBefore = Files.exists(stampFile) ? Files.getLastModifiedTime(stampFile).toMillis() : 0;
        long now = System.currentTimeMillis();
        Formatter formatter = Formatter.createFormatter(
                JavaFormatterOptions.builder().style(STYLE).build());
        List<String> unformatted = new ArrayList<>();
        for (Path file : sources(root)) {
            if (Files.getLastModifiedTime(file).toMillis() < checkedBefore) {
                continue;
            }
            String written = Files.readString(file);
            String formatted;
            try {
                formatted = formatter.formatSource(
                        ImportOrderer.reorderImports(RemoveUnusedImports.removeUnusedImports(written), STYLE));
            } catch (Exception e) {
                System.err.println(root.relativize(file) + ": " + e.getMessage());
                unformatted.add(root.relativize(file).toString());
                continue;
            }
            if (!formatted.equals(written)) {
                if (apply) {
                    Files.writeString(file, formatted);
                } else {
                    unformatted.add(root.relativize(file).toString());
                }
            }
        }
        if (!unformatted.isEmpty()) {
            unformatted.forEach(file -> System.err.println("not formatted: " + file));
            System.err.println("Mend with: mvn -N validate -Dformat.goal=apply");
            System.exit(1);
        }
        Files.writeString(stampFile, "");
        Files.setLastModifiedTime(stampFile, java.nio.file.attribute.FileTime.fromMillis(now));
    }

    private static List<Path> sources(Path root) throws Exception {
        try (var files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> {
                        String relative = "/" + root.relativize(file);
                        return relative.contains("/src/")
                                && !relative.contains("/target/")
                                && !relative.contains("/node_modules/");
                    })
                    .sorted()
                    .toList();
        }
    }
}
