package org.unifiedhotline.console.limits;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.web.filter.OncePerRequestFilter;
import org.unifiedhotline.console.problems.SecurityProblems;
import org.unifiedhotline.console.problems.TooLargeException;

/** Refuses bodies that are too large, by what they say of themselves or once they are, and files, which nothing here takes. */
final class RequestSizes extends OncePerRequestFilter {
    private final long most;
    private final SecurityProblems problems;

    RequestSizes(LimitsProperties limits, SecurityProblems problems) {
        this.most = limits.body().toBytes();
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String kind = request.getContentType();
        if (kind != null && kind.strip().toLowerCase(Locale.ROOT).startsWith("multipart/")) {
            problems.noFiles(request, response);
        } else if (request.getContentLengthLong() > most) {
            problems.tooLarge(request, response);
        } else {
            chain.doFilter(request.getContentLengthLong() >= 0 ? request : new Counted(request), response);
        }
    }

    /** A body that does not say how long it is. */
    private final class Counted extends HttpServletRequestWrapper {
        Counted(HttpServletRequest request) {
            super(request);
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            return new CountedStream(super.getInputStream());
        }

        @Override
        public BufferedReader getReader() throws IOException {
            String charset = getCharacterEncoding();
            return new BufferedReader(new InputStreamReader(
                    getInputStream(), charset == null ? StandardCharsets.UTF_8 : Charset.forName(charset)));
        }
    }

    private final class CountedStream extends ServletInputStream {
        private final ServletInputStream body;
        private long read;

        CountedStream(ServletInputStream body) {
            this.body = body;
        }

        private int count(int bytes) {
            read += Math.max(0, bytes);
            if (read > most) {
                throw new TooLargeException();
            }
            return bytes;
        }

        @Override
        public int read() throws IOException {
            int one = body.read();
            count(one < 0 ? 0 : 1);
            return one;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            return count(body.read(into, from, length));
        }

        @Override
        public boolean isFinished() {
            return body.isFinished();
        }

        @Override
        public boolean isReady() {
            return body.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new IllegalStateException("bodies are read by blocking calls");
        }
    }
}
