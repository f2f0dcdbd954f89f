package org.unifiedhotline.masterrecords.stewardship;

import java.time.Instant;

/**
 * What somebody did with a task.
 *
 * @param act {@code CLAIM}, {@code SKIP}, {@code DEFER}, {@code COMMENT} or {@code DECIDE}
 * @param words a comment or reason; may hold personal text; empty where none was given
 */
public record TaskNote(String author, Instant at, String act, String words) {}
