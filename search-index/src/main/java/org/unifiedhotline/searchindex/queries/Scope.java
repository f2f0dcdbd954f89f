package org.unifiedhotline.searchindex.queries;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.mappings.canonical.PersonRole;
import org.unifiedhotline.mappings.source.SourceSystem;
import org.unifiedhotline.masterrecords.assignment.Sensitivity;
import org.unifiedhotline.masterrecords.scope.FieldKind;
import org.unifiedhotline.masterrecords.scope.Label;
import org.unifiedhotline.masterrecords.scope.PlainFields;
import org.unifiedhotline.searchindex.documents.CentreSets;
import org.unifiedhotline.searchindex.documents.RelativeDocument;
import org.unifiedhotline.searchindex.documents.ShownByCentre;
import org.unifiedhotline.searchindex.documents.SourceRecordDocument;
import org.unifiedhotline.searchindex.queries.ReaderScope.EveryCentre;
import org.unifiedhotline.searchindex.queries.ReaderScope.EveryProvince;
import org.unifiedhotline.searchindex.queries.ReaderScope.OnlyCentres;
import org.unifiedhotline.searchindex.queries.ReaderScope.OnlyProvinces;

/** A reader's scope twice: as a filter on nested source records, and as a test of one that was fetched. */
final class Scope {
    private final Set<String> sources;
    private final boolean everySource;
    private final @Nullable Set<String> roles; // null: every
    private final @Nullable Set<String> centres; // null: every
    private final String told;
    private final @Nullable Set<String> provinces; // null: every
    private final Set<String> notClearedFor;
    private final PlainFields plain;

    Scope(ReaderScope scope) {
        this.sources = scope.sources().stream().map(SourceSystem::code).collect(Collectors.toUnmodifiableSet());
        this.everySource = scope.sources().size() == SourceSystem.values().length;
        this.roles = scope.roles().size() == PersonRole.values().length
                ? null
                : scope.roles().stream().map(Queries::code).collect(Collectors.toUnmodifiableSet());
        this.centres = switch (scope.centres()) {
            case EveryCentre ignored -> null;
            case OnlyCentres only -> only.centres().stream().map(Queries::code).collect(Collectors.toUnmodifiableSet());
        };
        this.told = switch (scope.centres()) {
            case EveryCentre ignored -> "";
            case OnlyCentres only -> "knownTo." + CentreSets.name(only.centres()) + ".";
        };
        this.provinces = switch (scope.provinces()) {
            case EveryProvince ignored -> null;
            case OnlyProvinces only -> only.codes();
        };
        this.notClearedFor = Arrays.stream(Sensitivity.values())
                .filter(one -> !scope.clearance().contains(one))
                .map(Queries::code)
                .collect(Collectors.toUnmodifiableSet());
        this.plain = scope.plain();
    }

    /** Whether the reader may know all. */
    boolean isWhole() {
        return isOfWholePeople() && notClearedFor.isEmpty();
    }

    /** Whether the reader may know all source records of whomever they may know at all. */
    boolean isOfWholePeople() {
        return everySource && roles == null && centres == null && provinces == null;
    }

    /** The field of a nested source record that tells this of its contacts and cases, as far as the reader may know of them. */
    String told(String name) {
        return Queries.field(told + name);
    }

    /** The fields of all numbers of a source record, its own before, that stand on it or were presented by contacts that the reader may know of. */
    List<String> telephoneEnds() {
        return centres == null
                ? List.of(Queries.matched("telephoneEnds"))
                : List.of(
                        Queries.matched("ownTelephoneEnds"),
                        Queries.matched("besideTelephoneEnds"),
                        told("telephoneEnds"));
    }

    /** Whether all that stands in a source record may be known where the record may. */
    boolean isOfEveryCentre() {
        return centres == null;
    }

    /** What the centres had to do with a source record that the reader may know of. */
    List<ShownByCentre> told(SourceRecordDocument record) {
        return record.shown().byCentre().entrySet().stream()
                .filter(entry -> centres == null || centres.contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }

    /** The centres of a source record that the reader may know of. */
    List<String> centres(SourceRecordDocument record) {
        return record.centres().stream()
                .filter(centre -> centres == null || centres.contains(centre))
                .toList();
    }

    /** Where names, and what else words are asked of, may be looked for. */
    Level ofNames() {
        boolean ethnicityAlike = readsEverywhere(FieldKind.ETHNICITY)
                || plain.on(FieldKind.ETHNICITY).isEmpty();
        return isWhole() && readsEverywhere(FieldKind.ADDRESS) && ethnicityAlike ? Level.PERSON : Level.RECORD;
    }

    /** Where some source record in scope meets what is asked of names. */
    Query inARecordOfNames(Query query) {
        return ofNames() == Level.PERSON ? query : inARecord(query);
    }

    /** The same text for the same scope. */
    String canonical() {
        return Stream.of(sources, roles, centres, provinces, notClearedFor)
                .map(set -> set == null ? "every" : new TreeSet<>(set).toString())
                .collect(Collectors.joining(" ", "", " " + plain.canonical()));
    }

    /** The same query where it asks of fields of this kind: it is met by records only on which the reader reads them plainly. */
    Query reading(FieldKind kind, Query query) {
        if (plain.readsEverywhere(kind)) {
            return query;
        }
        Set<String> on = Arrays.stream(PersonRole.values())
                .filter(role -> plain.reads(kind, label(role)))
                .map(Queries::code)
                .collect(Collectors.toUnmodifiableSet());
        return on.isEmpty() ? Queries.nobody() : filtered(query, List.of(anyOf(Queries.field("role"), on)));
    }

    /** Whether the reader reads fields of this kind plainly on any source record. */
    boolean readsAnywhere(FieldKind kind) {
        return !plain.on(kind).isEmpty();
    }

    /** Whether the reader reads fields of this kind plainly on all source records. */
    boolean readsEverywhere(FieldKind kind) {
        return plain.readsEverywhere(kind);
    }

    /** Whether the reader reads fields of this kind plainly on this source record. */
    boolean reads(FieldKind kind, SourceRecordDocument record) {
        return plain.reads(kind, label(PersonRole.valueOf(record.role())));
    }

    /** Whether the reader reads this attribute plainly: what they do not is neither counted nor filtered by. */
    boolean reads(Attribute attribute) {
        return attribute.isReadBy(plain);
    }

    private static Label label(PersonRole role) {
        return switch (role) {
            case CALLER -> Label.ORDINARY;
            case CHILD -> Label.CHILD;
            case VICTIM -> Label.TRAFFICKING_VICTIM;
        };
    }

    /** What must hold of a nested source record besides matching; empty for a reader who may know all. */
    List<Query> filters() {
        return filters(Queries.RECORDS);
    }

    private List<Query> filtersBeside() {
        List<Query> filters = filters(Queries.RELATIVES);
        if (centres != null) {
            filters.add(anyOf(Queries.relative("toldBy"), centres));
        }
        return filters;
    }

    private List<Query> filters(String path) {
        List<Query> filters = new ArrayList<>();
        if (!everySource) {
            filters.add(anyOf(path + ".source", sources));
        }
        if (roles != null) {
            filters.add(anyOf(path + ".role", roles));
        }
        if (centres != null) {
            filters.add(anyOf(path + ".centres", centres));
        }
        if (provinces != null) {
            filters.add(anyOf(path + ".province", provinces));
        }
        notClearedFor.stream()
                .sorted()
                .map(one -> Queries.not(Queries.term(path + ".sensitivity", one)))
                .forEach(filters::add);
        return filters;
    }

    private static Query anyOf(String field, Set<String> values) {
        return values.isEmpty() ? Queries.nobody() : Queries.anyTerm(field, values);
    }

    /** Documents with a source record in scope that matches. */
    Query inARecord(Query query) {
        return Queries.inARecord(filtered(query, filters()));
    }

    /** Source records beside which somebody in scope is named who matches: part of a query of {@link #inARecord}. */
    Query beside(Query query) {
        return Queries.besideARecord(filtered(query, filtersBeside()));
    }

    private static Query filtered(Query query, List<Query> filters) {
        return filters.isEmpty()
                ? query
                : Query.of(one -> one.bool(bool -> bool.must(query).filter(filters)));
    }

    /** Whether the reader may know this source record. */
    boolean admits(SourceRecordDocument record) {
        return admits(record.source(), record.role(), record.centres(), record.province(), record.sensitivity());
    }

    /** Whether the reader may know who is named beside a source record. */
    boolean admits(RelativeDocument relative) {
        return (centres == null || relative.toldBy().stream().anyMatch(centres::contains))
                && admits(
                        relative.source(),
                        relative.role(),
                        relative.centres(),
                        relative.province(),
                        relative.sensitivity());
    }

    private boolean admits(
            String source,
            String role,
            Collection<String> touchedBy,
            @Nullable String province,
            Collection<String> sensitivity) {
        return sources.contains(source)
                && (roles == null || roles.contains(role))
                && (centres == null || touchedBy.stream().anyMatch(centres::contains))
                && (provinces == null || (province != null && provinces.contains(province)))
                && sensitivity.stream().noneMatch(notClearedFor::contains);
    }
}
