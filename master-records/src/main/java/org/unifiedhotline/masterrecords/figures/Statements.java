package org.unifiedhotline.masterrecords.figures;

import java.util.List;
import java.util.Set;

/**
 * The two statements of a figure. Both know {@code :start}, {@code :end} and {@code :centre}.
 *
 * <p>The counts answer rows of {@code by_name, value, label, split, part, count, mean}. What is counted by {@code total} is
 * the total. The list knows every filter by its name (null: not narrowed) besides, and {@code :before_at}, {@code :before_id}
 * and {@code :size}; it answers {@code source_system, source_table, local_id, at, cursor_id, facts, people}, the latest first.
 */
interface Statements {
    String counts();

    String list();

    Set<String> filters();

    /** The legacy tables whose rows it counts, as {@code source/table}. */
    List<String> tables();
}
