package org.unifiedhotline.console.audit;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.unifiedhotline.console.problems.Problems;
import org.unifiedhotline.console.problems.Told;
import org.unifiedhotline.masterrecords.audit.AuditUnavailableException;

/**
 * An answer whose first byte waits until the call is on record. When that cannot be, a problem is answered, and whatever
 * the call would have written goes nowhere.
 */
final class AuditedResponse extends HttpServletResponseWrapper {
    private final IntConsumer record;
    private final Runnable lettingGo;
    private final ObjectMapper json;
    private final String path;
    private boolean passed;
    private boolean blocked;
    /** What failed behind the first portion, too late for the answer's own status. */
    private int failedWith;

    private @Nullable Waiting stream;
    private @Nullable PrintWriter writer;

    /**
     * Wraps an answer.
     *
     * @param record puts the call on record, given the status that it is answered with
     * @param lettingGo puts on record whom the answer shows by now, before a portion of it goes; throws if that cannot be done
     * @param path the address that was asked
     */
    AuditedResponse(
            HttpServletResponse response, IntConsumer record, Runnable lettingGo, ObjectMapper json, String path) {
        super(response);
        this.record = record;
        this.lettingGo = lettingGo;
        this.json = json;
        this.path = path;
    }

    /** Puts the call on record if it is not, whether or not its answer has a body. */
    void pass() {
        if (passed || blocked) {
            return;
        }
        try {
            record.accept(getStatus());
            passed = true;
        } catch (AuditUnavailableException away) {
            blocked = true;
            refuse();
        }
    }

    private void refuse() {
        HttpServletResponse answer = (HttpServletResponse) getResponse();
        answer.reset();
        answer.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
        Told told = Told.of(
                path,
                Problems.problem(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "not-on-record",
                        "This cannot be put on record just now, and so it is not answered; try again in a moment."));
        answer.setContentType(told.kind().toString());
        try {
            json.writeValue(answer.getOutputStream(), told.body());
            answer.flushBuffer();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
        if (stream == null) {
            stream = new Waiting();
        }
        return stream;
    }

    @Override
    public PrintWriter getWriter() throws IOException {
        if (writer == null) {
            Charset charset = Charset.forName(getCharacterEncoding());
            setCharacterEncoding(charset.name());
            writer = new PrintWriter(new OutputStreamWriter(getOutputStream(), charset));
        }
        return writer;
    }

    @Override
    public void flushBuffer() throws IOException {
        finish();
        if (!blocked) {
            super.flushBuffer();
        }
    }

    @Override
    public void sendError(int status) throws IOException {
        setStatus(status);
        pass();
        if (!blocked) {
            super.sendError(status);
        }
    }

    @Override
    public void sendError(int status, String message) throws IOException {
        setStatus(status);
        pass();
        if (!blocked) {
            super.sendError(status, message);
        }
    }

    @Override
    public void sendRedirect(String location) throws IOException {
        setStatus(SC_FOUND);
        pass();
        if (!blocked) {
            super.sendRedirect(location);
        }
    }

    @Override
    public void setStatus(int status) {
        if (passed && status >= SC_BAD_REQUEST) {
            failedWith = status;
        }
        if (!blocked) {
            super.setStatus(status);
        }
    }

    /** How it ended: with its status, or with what failed behind its beginning. */
    int endedWith() {
        return failedWith > 0 ? failedWith : getStatus();
    }

    /** What was written and not flushed yet goes out. */
    void finish() throws IOException {
        if (writer != null) {
            writer.flush();
        }
        if (stream != null) {
            stream.release();
        }
        pass();
    }

    /**
     * Holds back each portion of an answer until it is flushed or grows large, and puts whom it shows on record before it lets it go: whatever
     * becomes of the rest, nobody was shown who is not on record.
     */
    private final class Waiting extends ServletOutputStream {
        private static final int HELD_BACK = 64 * 1024;

        private final ByteArrayOutputStream held = new ByteArrayOutputStream();
        private @Nullable ServletOutputStream real;

        private @Nullable ServletOutputStream real() throws IOException {
            pass();
            if (blocked) {
                return null;
            }
            if (real == null) {
                real = getResponse().getOutputStream();
            }
            return real;
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            if (held.size() + length > HELD_BACK) {
                release();
            }
            if (length <= HELD_BACK) {
                held.write(bytes, from, length);
            } else {
                ServletOutputStream to = release();
                if (to != null) {
                    to.write(bytes, from, length);
                }
            }
        }

        @Override
        public void flush() throws IOException {
            ServletOutputStream to = release();
            if (to != null) {
                to.flush();
            }
        }

        @Override
        public void close() throws IOException {
            ServletOutputStream to = release();
            if (to != null) {
                to.close();
            }
        }

        /** What is held goes; null if it must not. */
        private @Nullable ServletOutputStream release() throws IOException {
            ServletOutputStream to = real();
            if (to != null) {
                lettingGo.run();
            }
            if (to != null && held.size() > 0) {
                held.writeTo(to);
            }
            held.reset();
            return to;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new IllegalStateException("answers are written by blocking calls");
        }
    }

    @Override
    public void reset() {
        drop();
        super.reset();
    }

    @Override
    public void resetBuffer() {
        drop();
        super.resetBuffer();
    }

    private void drop() {
        if (stream != null) {
            stream.held.reset();
        }
    }
}
