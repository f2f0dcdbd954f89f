package org.unifiedhotline.searchindex.queries;

import java.util.EnumSet;
import java.util.Set;
import org.unifiedhotline.mappings.canonical.Centre;
import org.unifiedhotline.mappings.canonical.PersonRole;
import org.unifiedhotline.mappings.source.SourceSystem;
import org.unifiedhotline.masterrecords.assignment.Sensitivity;
import org.unifiedhotline.masterrecords.scope.PlainFields;

/**
 * Which source records a reader may find. What lies outside neither matches nor ranks, is in no facet and no count.
 *
 * @param sources the source systems, each a line of its own, whose records the reader may know; empty: none
 * @param roles as what the records may speak of people: how confidential a record is by itself follows from it
 * @param centres the centres whose records the reader may know
 * @param provinces the provinces of whose people the reader may know
 * @param clearance whom the reader is cleared for: of a person who asks for more, no record is found
 * @param plain which fields the reader reads plainly: others neither match nor count, and are not shown
 */
public record ReaderScope(
        Set<SourceSystem> sources,
        Set<PersonRole> roles,
        Centres centres,
        Provinces provinces,
        Set<Sensitivity> clearance,
        PlainFields plain) {
    public ReaderScope {
        sources = Set.copyOf(sources);
        roles = Set.copyOf(roles);
        clearance = Set.copyOf(clearance);
    }

    /** The scope of who may know everything. */
    public static ReaderScope all() {
        return of(EnumSet.allOf(SourceSystem.class));
    }

    /** Everything that these systems know. */
    public static ReaderScope of(Set<SourceSystem> sources) {
        return new ReaderScope(
                sources,
                EnumSet.allOf(PersonRole.class),
                new EveryCentre(),
                new EveryProvince(),
                EnumSet.allOf(Sensitivity.class),
                PlainFields.ALL);
    }

    /** The same, of records only that speak of people as these. */
    public ReaderScope ofRoles(Set<PersonRole> other) {
        return new ReaderScope(sources, other, centres, provinces, clearance, plain);
    }

    /** The same, of these centres only. */
    public ReaderScope of(Centres other) {
        return new ReaderScope(sources, roles, other, provinces, clearance, plain);
    }

    /** The same, of these provinces only. */
    public ReaderScope of(Provinces other) {
        return new ReaderScope(sources, roles, centres, other, clearance, plain);
    }

    /** The same, for a reader who is cleared for these. */
    public ReaderScope clearedFor(Set<Sensitivity> other) {
        return new ReaderScope(sources, roles, centres, provinces, other, plain);
    }

    /** The same, for a reader who reads these fields plainly. */
    public ReaderScope reading(PlainFields other) {
        return new ReaderScope(sources, roles, centres, provinces, clearance, other);
    }

    /** Which centres' records a reader may know. */
    public sealed interface Centres {}

    /** All, also records that no centre has touched yet. */
    public record EveryCentre() implements Centres {}

    /** Records that one of these centres has touched by a contact, and no others. */
    public record OnlyCentres(Set<Centre> centres) implements Centres {
        public OnlyCentres {
            centres = Set.copyOf(centres);
        }
    }

    /** Which provinces' people a reader may know. */
    public sealed interface Provinces {}

    /** All, also people whose province is not known. */
    public record EveryProvince() implements Provinces {}

    /** Records of people at home in one of these provinces, and no others; two-digit codes valid since 1 July 2025. */
    public record OnlyProvinces(Set<String> codes) implements Provinces {
        public OnlyProvinces {
            codes = Set.copyOf(codes);
        }
    }
}
