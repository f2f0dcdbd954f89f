package org.unifiedhotline.app.link;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.app.command.BadInputException;

/**
 * Reads comma-separated rows (RFC 4180; line ends of any kind, empty lines left out) one by one, fast and without keeping
 * anything. Tables of a million people are read with it.
 */
final class CsvReader implements AutoCloseable {
    private static final int END = -1;

    private final Reader from;
    private final char[] buffer = new char[1 << 16];
    private int filled;
    private int at;
    private int width = 16;
    private int taken;
    private long line = 1;
    private long rowLine = 1;
    private final StringBuilder pieces = new StringBuilder();

    /** Of text without a byte-order mark. */
    CsvReader(Reader from) {
        this.from = from;
    }

    /** The fields of the next row; null at the end. */
    @Nullable
    List<String> next() throws IOException, BadInputException {
        while (peek() == '\n' || peek() == '\r') {
            take();
        }
        if (peek() == END) {
            return null;
        }
        rowLine = line;
        List<String> fields = new ArrayList<>(width);
        fields.add(field());
        while (peek() == ',') {
            take();
            fields.add(field());
        }
        width = fields.size();
        return fields;
    }

    /** The number of the line, from 1, on which the last row began. */
    long line() {
        return rowLine;
    }

    private int peek() throws IOException {
        return at < filled || fill() ? buffer[at] : END;
    }

    private int take() throws IOException {
        int c = peek();
        at++;
        if (c == '\r' || (c == '\n' && taken != '\r')) {
            line++;
        }
        taken = c;
        return c;
    }

    private boolean fill() throws IOException {
        filled = Math.max(0, from.read(buffer, 0, buffer.length));
        at = 0;
        return filled > 0;
    }

    private String field() throws IOException, BadInputException {
        taken = 0; // a plain field is not taken letter by letter
        return peek() == '"' ? quoted() : plain();
    }

    private String plain() throws IOException {
        pieces.setLength(0);
        while (true) {
            int end = at;
            while (end < filled && buffer[end] != ',' && buffer[end] != '\n' && buffer[end] != '\r') {
                end++;
            }
            if (end < filled) {
                String text = pieces.isEmpty()
                        ? new String(buffer, at, end - at)
                        : pieces.append(buffer, at, end - at).toString();
                at = end;
                return text;
            }
            pieces.append(buffer, at, end - at);
            at = end;
            if (!fill()) {
                return pieces.toString();
            }
        }
    }

    private String quoted() throws IOException, BadInputException {
        StringBuilder text = new StringBuilder();
        long began = line;
        take();
        while (true) {
            int c = take();
            if (c == END) {
                throw new BadInputException("line " + began + ": expected a closing quotation mark");
            }
            if (c != '"') {
                text.append((char) c);
            } else if (peek() == '"') {
                text.append((char) take());
            } else if (peek() == END || peek() == ',' || peek() == '\n' || peek() == '\r') {
                return text.toString();
            } else {
                throw new BadInputException("line " + line + ": expected a comma after a quotation mark");
            }
        }
    }

    @Override
    public void close() throws IOException {
        from.close();
    }
}
