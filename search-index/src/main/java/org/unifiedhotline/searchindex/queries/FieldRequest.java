package org.unifiedhotline.searchindex.queries;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.mappings.canonical.Sex;
import org.unifiedhotline.mappings.source.SourceRecordKey;
import org.unifiedhotline.mappings.source.SourceTable;
import org.unifiedhotline.masterrecords.records.MasterId;

/**
 * What is asked of people field by field, by whoever says which field a value is of: other systems, not people at the one box.
 * Nothing is forgiven but marks and capitals, and nobody ranks before another.
 *
 * @param criteria must all be met, each by some source record in scope; none: everybody in scope
 * @param size how many people at most; 0 counts only
 * @param after behind whom an earlier answer stopped; null for the beginning
 */
public record FieldRequest(
        List<Criterion> criteria, int size, @Nullable MasterId after, ReaderScope scope) {
    private static final int LARGEST_SIZE = 200;

    public FieldRequest {
        criteria = List.copyOf(criteria);
        if (size < 0 || size > LARGEST_SIZE) {
            throw new IllegalArgumentException("size is 0 to " + LARGEST_SIZE);
        }
    }

    /** Tells nothing of what was asked: safe in a log. */
    @Override
    public String toString() {
        return "FieldRequest[" + criteria.size() + " criteria, size " + size + "]";
    }

    /** Something that a person must meet. */
    public sealed interface Criterion {}

    /** The person is one of these. */
    public record OneOf(Set<MasterId> people) implements Criterion {
        public OneOf {
            people = Set.copyOf(people);
        }
    }

    /** The person is made of one of these source records. */
    public record MadeOf(Set<SourceRecordKey> records) implements Criterion {
        public MadeOf {
            records = Set.copyOf(records);
        }
    }

    /** The person has a record in this table. */
    public record InTable(SourceTable table) implements Criterion {}

    /** A document of identity has this number, as a whole. */
    public record Identity(String number) implements Criterion {}

    /** A telephone of the person's own is this number, in any of its forms. */
    public record OwnTelephone(String typed) implements Criterion {}

    /** Words of a name begin with those of the text; of a whole name with its marks, that it is this name. */
    public record Named(Part part, String text, boolean exactly) implements Criterion {}

    /** Which part of a name is asked for. */
    public enum Part {
        ANY,
        FAMILY,
        GIVEN
    }

    /** Born at a time that stands so to the days from {@code from} to {@code to}, as FHIR compares dates. */
    public record Born(Comparison comparison, LocalDate from, LocalDate to) implements Criterion {
        public Born {
            if (to.isBefore(from)) {
                throw new IllegalArgumentException("the last day does not come before the first");
            }
        }
    }

    /**
     * How two spans of days stand to each other: that of the question and that in which a person may have been born.
     *
     * @see <a href="https://hl7.org/fhir/R4/search.html#prefix">FHIR R4, search, prefixes</a>
     */
    public enum Comparison {
        /** The person's lies within that of the question. */
        EQUAL,
        NOT_EQUAL,
        /** Some of the person's lies behind. */
        GREATER,
        GREATER_OR_EQUAL,
        /** Some of the person's lies before. */
        LESS,
        LESS_OR_EQUAL,
        /** All of the person's lies behind. */
        STARTS_AFTER,
        /** All of the person's lies before. */
        ENDS_BEFORE,
        /** They share a day. */
        OVERLAPS
    }

    /** A record says one of these; {@code UNKNOWN}: none says anything. */
    public record OfSex(Set<Sex> sexes) implements Criterion {
        public OfSex {
            sexes = Set.copyOf(sexes);
        }
    }

    /** Meets one of these. */
    public record AnyOf(List<Criterion> criteria) implements Criterion {
        public AnyOf {
            criteria = List.copyOf(criteria);
        }
    }

    /**
     * Who was found.
     *
     * @param people in the order of their ids
     * @param total how many there are in all
     * @param more whether others follow behind the last of these
     */
    public record Answer(List<MasterId> people, long total, boolean more) {
        public Answer {
            people = List.copyOf(people);
        }
    }
}
