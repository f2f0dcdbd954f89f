package org.unifiedhotline.masterrecords.assignment;

import java.util.Set;
import org.unifiedhotline.masterrecords.reviewtasks.TaskKind;

/**
 * What a task is about, as far as it matters who takes it.
 *
 * @param centres where its people called, or are cared for; empty if no contact tells
 */
public record TaskScope(TaskKind kind, Set<String> centres, Set<Sensitivity> sensitivity) {
    public TaskScope {
        centres = Set.copyOf(centres);
        sensitivity = Set.copyOf(sensitivity);
    }
}
