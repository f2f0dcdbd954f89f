package org.unifiedhotline.console.live;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.mappings.source.SourceRecordKey;
import org.unifiedhotline.masterrecords.events.MasterEvent;
import org.unifiedhotline.masterrecords.records.MasterId;

/** What an open page is told. */
sealed interface LiveEvent {
    /** The name under which browsers listen for it. */
    String name();

    /**
     * A person changed.
     *
     * @param position its place among all changes: what a browser resumes from
     * @param kind to a reader of some records only {@code CHANGED}, whatever it was
     * @param records what the person is made of
     * @param restricted whether the processing of one of these is restricted
     */
    record PersonChanged(
            long position, MasterId masterId, MasterEvent.Type kind, List<SourceRecordKey> records, boolean restricted)
            implements LiveEvent {
        public PersonChanged {
            records = List.copyOf(records);
        }

        /** The same for a reader of some records only. */
        PersonChanged withoutKind() {
            return new PersonChanged(position, masterId, MasterEvent.Type.CHANGED, records, restricted);
        }

        static PersonChanged of(MasterEvent event, Set<SourceRecordKey> restricted) {
            return new PersonChanged(
                    event.position(),
                    event.masterId(),
                    event.type(),
                    event.sourceRecords(),
                    event.sourceRecords().stream().anyMatch(restricted::contains));
        }

        @Override
        public String name() {
            return "person";
        }
    }

    /** Unusual reading, or a glass that was broken, was put on record. */
    record AlertRaised() implements LiveEvent {
        @Override
        public String name() {
            return "alert";
        }
    }

    /** Something about review tasks or decisions changed; which, the pages ask. */
    record StewardshipChanged() implements LiveEvent {
        @Override
        public String name() {
            return "stewardship";
        }
    }

    /**
     * More changed than is told one by one, or than the listener took: whatever is shown may be old.
     *
     * @param position from where it goes on
     */
    record Missed(long position) implements LiveEvent {
        @Override
        public String name() {
            return "missed";
        }
    }

    /** The stream gives way to a newer one of its account, and ends. */
    record Replaced() implements LiveEvent {
        @Override
        public String name() {
            return "replaced";
        }
    }

    /** Where the stream stands, so that a browser resumes from here; and that it still stands. */
    record Standing(@Nullable Long position) implements LiveEvent {
        @Override
        public String name() {
            return "standing";
        }
    }
}
