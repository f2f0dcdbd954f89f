package org.unifiedhotline.masterrecords.reviewtasks;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.unifiedhotline.masterrecords.database.HubDatabase;
import org.unifiedhotline.masterrecords.reviewtasks.TaskPlan.Known;

/** Keeps review tasks in step with resolution, within its transaction and after links were written. */
public final class TaskUpkeep {
    private final TaskUpkeepTable table;
    private final TaskScopeTable scopes;

    public TaskUpkeep(HubDatabase hub) {
        this.table = new TaskUpkeepTable(hub);
        this.scopes = new TaskScopeTable(hub);
    }

    /** Follows what else is told of these records: contacts and cases say which centre a task is of. */
    public void followScope(Collection<Long> records) {
        scopes.followCentres(records);
    }

    /**
     * Follows a resolution of some records.
     *
     * @param concerned all records whose clusters were made again, and those that are gone
     * @param raised the questions that clustering raised among them
     * @param weighing the model that weighs, and the weight below which an edge is only a possible link
     * @param changed records whose evidence changed
     */
    public void follow(
            Collection<Long> concerned,
            Collection<Question> raised,
            Weighing weighing,
            Collection<Long> changed,
            Instant now) {
        List<Question> questions = new ArrayList<>(raised);
        questions.addAll(table.possibleLinks(concerned, weighing.linkBits()));
        List<StoredTask> tasks = table.about(concerned);
        if (!questions.isEmpty() || !tasks.isEmpty()) {
            Map<Long, Owner> owners = table.owners(records(questions, tasks));
            Known known = new Known(owners, table.saidApart(concerned), Set.copyOf(changed), weighing.model());
            apply(new TaskPlan(questions, tasks, known), now);
        }
    }

    /**
     * By what the evidence of questions is weighed.
     *
     * @param model the version of the model
     * @param linkBits the weight below which an edge is only a possible link
     */
    public record Weighing(String model, double linkBits) {}

    /**
     * Follows a resolution of everybody, of which these are all questions, possible links between people included.
     *
     * @param model the version of the model that weighed
     * @param changed records that may have changed
     */
    public void followAll(Collection<Question> questions, String model, Collection<Long> changed, Instant now) {
        List<StoredTask> tasks = table.all();
        Map<Long, Owner> owners = table.owners(records(questions, tasks));
        Known known = new Known(owners, table.saidApart(), Set.copyOf(changed), model);
        apply(new TaskPlan(questions, tasks, known), now);
    }

    private static Set<Long> records(Collection<Question> questions, Collection<StoredTask> tasks) {
        Set<Long> records = new HashSet<>();
        questions.forEach(question -> {
            records.add(question.recordA());
            records.add(question.recordB());
        });
        tasks.forEach(task -> {
            records.add(task.recordA());
            records.add(task.recordB());
        });
        return records;
    }

    private void apply(TaskPlan plan, Instant now) {
        table.close(plan.closed(), now);
        table.renew(plan, now);
        table.open(plan, now);
        scopes.note(plan.ofOtherSensitivity());
        scopes.begin(plan.opened());
    }
}
