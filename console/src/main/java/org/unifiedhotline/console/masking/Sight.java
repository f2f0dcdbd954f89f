package org.unifiedhotline.console.masking;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.masterrecords.desk.Reveals.Reveal;
import org.unifiedhotline.masterrecords.records.MasterId;
import org.unifiedhotline.masterrecords.scope.FieldKind;
import org.unifiedhotline.masterrecords.scope.PlainFields;

/** What the caller of a request reads plainly: of everybody by their roles, and of single people what was revealed to them. */
final class Sight {
    static final Sight NONE = new Sight(PlainFields.NONE, List::of);

    private final PlainFields plain;
    private final Supplier<List<Reveal>> revealed;
    private @Nullable Map<MasterId, Set<FieldKind>> known;

    /** What was revealed is asked for once, when something is met that would be masked else. */
    Sight(PlainFields plain, Supplier<List<Reveal>> revealed) {
        this.plain = plain;
        this.revealed = revealed;
    }

    PlainFields plain() {
        return plain;
    }

    synchronized boolean isRevealed(MasterId master, FieldKind kind) {
        Map<MasterId, Set<FieldKind>> asked = known;
        if (asked == null) {
            asked = new HashMap<>();
            for (Reveal one : revealed.get()) {
                asked.computeIfAbsent(one.masterId(), id -> EnumSet.noneOf(FieldKind.class))
                        .addAll(one.fields());
            }
            known = asked;
        }
        return asked.getOrDefault(master, Set.of()).contains(kind);
    }
}
