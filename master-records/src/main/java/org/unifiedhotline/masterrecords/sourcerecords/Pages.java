package org.unifiedhotline.masterrecords.sourcerecords;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.function.Function;

/** Works rows a page at a time, with all cores, while the next page is read; what was made of them keeps their order. */
public final class Pages<R, T> {
    private static final int PAGE = 2_000;
    private static final int PAGES_AHEAD = 4;

    private final Function<R, T> work;
    private final Deque<ForkJoinTask<List<T>>> underWay = new ArrayDeque<>();
    private final List<T> done = new ArrayList<>();
    private List<R> page = new ArrayList<>(PAGE);

    public Pages(Function<R, T> work) {
        this.work = work;
    }

    /** Takes another row. */
    public void add(R row) {
        page.add(row);
        if (page.size() == PAGE) {
            submit();
        }
    }

    private void submit() {
        List<R> rows = page;
        page = new ArrayList<>(PAGE);
        underWay.add(
                ForkJoinPool.commonPool().submit(() -> rows.stream().map(work).toList()));
        if (underWay.size() > PAGES_AHEAD) {
            done.addAll(underWay.remove().join());
        }
    }

    /** What was made of all of them. */
    public List<T> all() {
        submit();
        underWay.forEach(task -> done.addAll(task.join()));
        underWay.clear();
        return done;
    }
}
