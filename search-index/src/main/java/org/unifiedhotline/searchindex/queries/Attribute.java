package org.unifiedhotline.searchindex.queries;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.mappings.canonical.Centre;
import org.unifiedhotline.mappings.canonical.ContactRecord.Channel;
import org.unifiedhotline.mappings.canonical.PersonRole;
import org.unifiedhotline.mappings.canonical.Sex;
import org.unifiedhotline.mappings.source.SourceSystem;
import org.unifiedhotline.masterrecords.scope.FieldKind;
import org.unifiedhotline.masterrecords.scope.Label;
import org.unifiedhotline.masterrecords.scope.PlainFields;

/** What people are counted and filtered by, in the order of facets. */
public enum Attribute {
    SOURCE("source", "source", oneOf(Arrays.stream(SourceSystem.values()).map(SourceSystem::code))),
    ROLE("role", "role", oneOf(PersonRole.class)),
    CENTRE("centre", "centres", oneOf(Centre.class)),
    /** Of home: two-digit codes valid since 1 July 2025. */
    PROVINCE("province", "province", "\\d{2}"),
    /** Of home: two-digit codes valid before. */
    PROVINCE_BEFORE("provinceBefore", "provinceBefore", "\\d{2}"),
    SEX("sex", "sex", oneOf(Sex.class)),
    /** By its standardized name, such as {@code Kinh}. */
    ETHNIC_GROUP("ethnicGroup", "matched.ethnicGroup", ".+"),
    /** As in {@code CaseRecord.kinds} of the switchboard, whose cases are all about children. */
    CASE_KIND("caseKind", "caseKinds", ".+", Label.CHILD),
    /** As in {@code CaseRecord.kinds} of the hotline, whose cases are all about victims. */
    EXPLOITATION("exploitation", "exploitation", ".+", Label.TRAFFICKING_VICTIM),
    CHANNEL("channel", "channels", oneOf(Channel.class)),
    /** Whether a referral has no outcome yet. */
    OPEN_REFERRAL("openReferral", "openReferral"),
    /** Whether a return is recorded: a returned victim. */
    RETURNED("returned", "returned");

    private final String word;
    private final String field;
    private final boolean flag;
    /** A pattern: a plain text, for enumerations are never to change. */
    private final String known;
    /** On records of which label it stands, where it tells what a case is of; else null. */
    private final @Nullable Label label;

    Attribute(String word, String field, String known) {
        this(word, field, known, null);
    }

    Attribute(String word, String field, String known, @Nullable Label label) {
        this.word = word;
        this.field = field;
        this.flag = false;
        this.known = known;
        this.label = label;
    }

    Attribute(String word, String field) {
        this.word = word;
        this.field = field;
        this.flag = true;
        this.known = "true|false";
        this.label = null;
    }

    /** The attribute of this name. */
    public static Optional<Attribute> named(String word) {
        return Arrays.stream(values()).filter(one -> one.word.equals(word)).findFirst();
    }

    /** How filters and facets are named. */
    public String word() {
        return word;
    }

    /** Whether it holds or not: {@code true} or {@code false}. */
    public boolean isFlag() {
        return flag;
    }

    /** Whether this is a value that it may have. */
    public boolean knows(String value) {
        return value.matches(known);
    }

    /** Whether a reader who reads these fields plainly may count and filter by it. */
    boolean isReadBy(PlainFields plain) {
        return this == ETHNIC_GROUP
                ? plain.readsEverywhere(FieldKind.ETHNICITY)
                : label == null || plain.reads(FieldKind.EXPLOITATION, label);
    }

    /** The field of a nested source record, which of contacts and cases tells what the reader may know of. */
    String field(Scope scope) {
        return switch (this) {
            case CENTRE, CASE_KIND, EXPLOITATION, CHANNEL, OPEN_REFERRAL -> scope.told(field);
            case SOURCE, ROLE, PROVINCE, PROVINCE_BEFORE, SEX, ETHNIC_GROUP, RETURNED -> Queries.field(field);
        };
    }

    /** The field of all source records of a person together. */
    String fieldOfAll() {
        return Queries.ALL + "." + field.substring(field.lastIndexOf('.') + 1);
    }

    private static <E extends Enum<E>> String oneOf(Class<E> type) {
        return oneOf(Arrays.stream(type.getEnumConstants()).map(Enum::name));
    }

    private static String oneOf(Stream<String> values) {
        return values.collect(Collectors.joining("|"));
    }
}
