package org.unifiedhotline.masterrecords.keys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.masterrecords.keys.KeyTree.Node;

/**
 * The file of the key tree, {@value #NAME}: a line a node that is kept, and a line at the end that tells whether it is
 * whole. It changes only when keys are destroyed: then it is written anew beside itself, flushed and put in its place, and
 * what it was before is overwritten. Instances that share the folder take turns, and notice what another destroyed.
 */
final class TreeFile {
    static final String NAME = "records.tree";
    private static final String HEAD = "unified-hotline-key-tree 1 ";
    private static final int ID_BYTES = 16;

    private final Path file;
    private volatile Known known;

    /** What was read, and what the file was like then. */
    private record Known(KeyTree tree, String id, Stamp stamp) {}

    /** Size, time and inode. */
    private record Stamp(String attributes) {}

    private TreeFile(Path file) {
        this.file = file;
        this.known = read();
    }

    /**
     * Opens the file.
     *
     * @param create whether to make it if it is missing
     * @throws KeystoreException if it is missing or damaged
     */
    static TreeFile in(Path folder, boolean create) {
        Path file = folder.resolve(NAME);
        try {
            if (create && !Files.exists(file)) {
                Files.createDirectories(folder);
                make(file);
            }
        } catch (IOException e) {
            throw new KeystoreException(Keystore.SETTING + ": " + file + " cannot be made: "
                    + e.getClass().getSimpleName());
        }
        return new TreeFile(file);
    }

    /** Makes a new tree; one that is there already stays. */
    static void make(Path file) throws IOException {
        if (!Files.exists(file)) {
            write(
                    file,
                    HexFormat.of().formatHex(Primitives.random(ID_BYTES)),
                    KeyTree.ofRoot(Primitives.random(Primitives.KEY_BYTES)));
        }
    }

    /** What is left of the tree now. */
    KeyTree tree() {
        return known.tree();
    }

    /** Which tree it is; the same for ever, whatever is destroyed. */
    String id() {
        return known.id();
    }

    /** Reads again what another instance may have written. */
    synchronized void refresh() {
        if (!stamp().equals(known.stamp())) {
            known = read();
        }
    }

    /** Destroys numbers for good: when this returns, no copy of their secrets is in the file. */
    synchronized void destroy(Collection<Long> numbers) {
        try (FileChannel lock = FileChannel.open(
                        file.resolveSibling(NAME + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock held = lock.lock()) {
            refresh();
            KeyTree left = known.tree().without(numbers);
            if (held.isValid()
                    && !left.nodes().keySet().equals(known.tree().nodes().keySet())) {
                write(file, known.id(), left);
                known = read();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(Keystore.SETTING + ": " + file + " cannot be written", e);
        }
    }

    private static void write(Path file, String id, KeyTree tree) throws IOException {
        StringBuilder text = new StringBuilder(HEAD).append(id).append('\n');
        tree.nodes()
                .forEach((node, secret) -> text.append(node.level())
                        .append(' ')
                        .append(Long.toHexString(node.prefix()))
                        .append(' ')
                        .append(HexFormat.of().formatHex(secret))
                        .append('\n'));
        text.append("end ").append(tree.nodes().size()).append('\n');
        Path beside = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(beside);
        try (FileChannel channel = FileChannel.open(
                beside, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), KeyFile.ownersOnly())) {
            writeAll(channel, StandardCharsets.US_ASCII.encode(text.toString()));
            channel.force(true);
        }
        if (Files.exists(file)) {
            try (FileChannel before = FileChannel.open(file, StandardOpenOption.WRITE)) {
                Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
                flush(file.toAbsolutePath().getParent());
                before.position(0);
                writeAll(before, ByteBuffer.allocate(Math.toIntExact(before.size())));
                before.force(true);
            }
        } else {
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
            flush(file.toAbsolutePath().getParent());
        }
    }

    private static void writeAll(FileChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    private static void flush(@Nullable Path folder) throws IOException {
        if (folder != null) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    private Known read() {
        Stamp stamp = stamp();
        List<String> lines;
        try {
            lines = Files.readAllLines(file, StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw missing();
        }
        try {
            Map<Node, byte[]> nodes = HashMap.newHashMap(lines.size());
            for (String line : lines.subList(1, lines.size() - 1)) {
                String[] parts = line.split(" ", -1);
                nodes.put(
                        new Node(Integer.parseInt(parts[0]), Long.parseLong(parts[1], 16)),
                        HexFormat.of().parseHex(parts[2]));
            }
            if (lines.getFirst().startsWith(HEAD) && lines.getLast().equals("end " + nodes.size())) {
                return new Known(KeyTree.of(nodes), lines.getFirst().substring(HEAD.length()), stamp);
            }
        } catch (RuntimeException _) {
            // said below, without what stands in it
        }
        throw new KeystoreException(Keystore.SETTING + ": " + file + " is damaged; put back its latest copy");
    }

    private Stamp stamp() {
        try {
            Map<String, Object> attributes =
                    new TreeMap<>(Files.readAttributes(file, "unix:size,lastModifiedTime,ino"));
            return new Stamp(attributes.toString());
        } catch (IOException e) {
            throw missing();
        }
    }

    private KeystoreException missing() {
        return new KeystoreException(Keystore.SETTING + ": the tree of record keys " + file
                + " cannot be read; make it once, with: java -jar app.jar rotate-keys --make");
    }
}
