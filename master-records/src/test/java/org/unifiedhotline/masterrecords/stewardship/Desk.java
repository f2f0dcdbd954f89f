package org.unifiedhotline.masterrecords.stewardship;

import static org.assertj.core.api.Assertions.assertThat;
import static org.unifiedhotline.masterrecords.Changes.key;

import java.util.Arrays;
import java.util.List;
import org.unifiedhotline.masterrecords.Hub;
import org.unifiedhotline.masterrecords.records.MasterId;
import org.unifiedhotline.masterrecords.reviewtasks.TaskState;
import org.unifiedhotline.masterrecords.stewardship.ReviewTasks.Opened;
import org.unifiedhotline.masterrecords.stewardship.Stewardship.Word;

/** A steward's work on a hub, in few words. */
final class Desk {
    static final Object[] HOA = {"name", "Lê Thị Hoa", "year", 2009L, "phone", "+84912345678"};
    /** With {@link #HOA_OF_2009} a possible link; both link with {@link #HOA}. */
    static final Object[] HOA_BY_TELEPHONE = {"name", "Lê Thị Hoa", "phone", "+84912345678"};

    static final Object[] HOA_OF_2009 = {"name", "Lê Thị Hoa", "year", 2009L};
    static final Object[] NAM = {"name", "Trần Văn Nam", "year", 1990L, "phone", "+84987654321"};
    static final Object[] MAI = {"name", "Phạm Ngọc Mai", "year", 1975L, "phone", "+84905555666"};
    static final Object[] TUYET = {"name", "Võ Ánh Tuyết", "year", 2001L, "phone", "+84933444111"};

    private final Hub hub;

    Desk(Hub hub) {
        this.hub = hub;
    }

    static Word word(String author) {
        return new Word(author, "because");
    }

    /** Merges the people of two records, each as {@code table/id}. */
    Ruling merge(String author, String one, String other) {
        return hub.stewardship.merge(of(one), of(other), word(author));
    }

    Ruling split(String author, String master, String... records) {
        return hub.stewardship.split(
                of(master),
                Arrays.stream(records)
                        .map(record -> record.split("/"))
                        .map(parts -> key(parts[0], parts[1]))
                        .toList(),
                word(author));
    }

    MasterId of(String record) {
        return hub.links().get(record);
    }

    /** The only open task. */
    ReviewTask onlyTask() {
        List<Opened> open = open();
        assertThat(open).hasSize(1);
        return open.getFirst().task();
    }

    List<Opened> open() {
        return hub.reviewTasks.page(TaskState.OPEN, null, null, 50).tasks();
    }

    Ruling answer(String author, ReviewTask task, boolean onePerson) {
        return hub.stewardship.answer(task.id(), task.version(), onePerson, word(author));
    }

    ReviewTask task(long id) {
        return hub.reviewTasks.find(id).orElseThrow().task();
    }

    static Ruling.InForce inForce(Ruling ruling) {
        assertThat(ruling).isInstanceOf(Ruling.InForce.class);
        return (Ruling.InForce) ruling;
    }

    static Ruling.Refusal refusal(Ruling ruling) {
        assertThat(ruling).isInstanceOf(Ruling.Refused.class);
        return ((Ruling.Refused) ruling).refusal();
    }

    Ruling.InForce undo(Ruling ruling) {
        return inForce(hub.stewardship.undo(inForce(ruling).decision().id(), word("steward")));
    }
}
