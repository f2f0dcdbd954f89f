package org.unifiedhotline.searchindex.queries;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.unifiedhotline.mappings.canonical.Sex;
import org.unifiedhotline.mappings.standardization.Folding;
import org.unifiedhotline.mappings.standardization.TelephoneReadings;
import org.unifiedhotline.masterrecords.scope.FieldKind;
import org.unifiedhotline.searchindex.documents.Digits;
import org.unifiedhotline.searchindex.documents.IdentityHash;
import org.unifiedhotline.searchindex.queries.FieldRequest.AnyOf;
import org.unifiedhotline.searchindex.queries.FieldRequest.Born;
import org.unifiedhotline.searchindex.queries.FieldRequest.Criterion;
import org.unifiedhotline.searchindex.queries.FieldRequest.Identity;
import org.unifiedhotline.searchindex.queries.FieldRequest.InTable;
import org.unifiedhotline.searchindex.queries.FieldRequest.MadeOf;
import org.unifiedhotline.searchindex.queries.FieldRequest.Named;
import org.unifiedhotline.searchindex.queries.FieldRequest.OfSex;
import org.unifiedhotline.searchindex.queries.FieldRequest.OneOf;
import org.unifiedhotline.searchindex.queries.FieldRequest.OwnTelephone;

/** What is asked field by field, as queries: each is met by source records in scope only, and by fields only that the reader reads. */
final class FieldQueries {
    private static final String BIRTH_FROM = Queries.matched("birthFrom");
    private static final String BIRTH_TO = Queries.matched("birthTo");

    private final Scope scope;
    private final IdentityHash identityHash;

    FieldQueries(Scope scope, IdentityHash identityHash) {
        this.scope = scope;
        this.identityHash = identityHash;
    }

    /** Everybody in scope who meets all of these. */
    Query of(List<Criterion> criteria) {
        List<Query> all = new ArrayList<>();
        all.add(scope.inARecord(Queries.everything()));
        criteria.forEach(criterion -> all.add(met(criterion)));
        return Query.of(query -> query.bool(bool -> bool.filter(all)));
    }

    private Query met(Criterion criterion) {
        return switch (criterion) {
            case OneOf one ->
                one.people().isEmpty()
                        ? Queries.nobody()
                        : Queries.anyTerm(
                                "masterId",
                                one.people().stream().map(Object::toString).toList());
            case MadeOf made ->
                made.records().isEmpty()
                        ? Queries.nobody()
                        : scope.inARecord(Queries.anyTerm(
                                Queries.field("key"),
                                made.records().stream().map(Object::toString).toList()));
            case InTable in ->
                scope.inARecord(Queries.term(Queries.field("table"), in.table().toString()));
            case Identity identity -> identity(identity);
            case OwnTelephone telephone -> telephone(telephone);
            case Named named -> named(named);
            case Born born -> born(born);
            case OfSex sex -> ofSex(sex.sexes());
            case AnyOf any ->
                any.criteria().isEmpty()
                        ? Queries.nobody()
                        : Queries.anyOf(any.criteria().stream().map(this::met).toList());
        };
    }

    private Query identity(Identity identity) {
        String number = Digits.identity(identity.number());
        return number.isEmpty()
                ? Queries.nobody()
                : scope.inARecord(scope.reading(
                        FieldKind.IDENTITY_NUMBER,
                        Queries.term(Queries.matched("identityHashes"), identityHash.of(number))));
    }

    private Query telephone(OwnTelephone telephone) {
        Set<String> ends = new LinkedHashSet<>();
        TelephoneReadings.ofQuery(telephone.typed()).forEach(number -> ends.add(Digits.backwards(Digits.of(number))));
        ends.add(Digits.backwards(Digits.of(telephone.typed())));
        ends.remove("");
        return ends.isEmpty()
                ? Queries.nobody()
                : scope.inARecord(scope.reading(
                        FieldKind.TELEPHONE, Queries.anyTerm(Queries.matched("ownTelephoneEnds"), List.copyOf(ends))));
    }

    private Query named(Named named) {
        if (named.exactly()) {
            return scope.inARecord(Queries.term(Queries.matched("wholeExact"), Folding.exact(named.text())));
        }
        String folded = Folding.fold(named.text());
        if (folded.isBlank()) {
            return Queries.nobody();
        }
        return switch (named.part()) {
            case FAMILY -> scope.inARecord(Queries.prefix(Queries.matched("families"), folded));
            case GIVEN -> scope.inARecord(eachWordBegins("givens", folded));
            case ANY -> scope.inARecord(eachWordBegins("folded", folded));
        };
    }

    private static Query eachWordBegins(String field, String folded) {
        return Queries.allOf(Arrays.stream(folded.split("[ ']"))
                .filter(word -> !word.isEmpty())
                .map(word -> Queries.prefix(Queries.matched(field), word))
                .toList());
    }

    private Query born(Born born) {
        Query equal = Queries.allOf(List.of(from(BIRTH_FROM, born.from()), until(BIRTH_TO, born.to())));
        Query behind = from(BIRTH_TO, born.to().plusDays(1));
        Query before = until(BIRTH_FROM, born.from().minusDays(1));
        return scope.inARecord(
                switch (born.comparison()) {
                    case EQUAL -> equal;
                    case NOT_EQUAL -> Queries.allOf(List.of(Queries.has(BIRTH_FROM), Queries.not(equal)));
                    case GREATER -> behind;
                    case GREATER_OR_EQUAL -> Queries.anyOf(List.of(behind, equal));
                    case LESS -> before;
                    case LESS_OR_EQUAL -> Queries.anyOf(List.of(before, equal));
                    case STARTS_AFTER -> from(BIRTH_FROM, born.to().plusDays(1));
                    case ENDS_BEFORE -> until(BIRTH_TO, born.from().minusDays(1));
                    case OVERLAPS -> Queries.allOf(List.of(until(BIRTH_FROM, born.to()), from(BIRTH_TO, born.from())));
                });
    }

    private static Query from(String field, LocalDate day) {
        return Query.of(query ->
                query.range(range -> range.date(date -> date.field(field).gte(day.toString()))));
    }

    private static Query until(String field, LocalDate day) {
        return Query.of(query ->
                query.range(range -> range.date(date -> date.field(field).lte(day.toString()))));
    }

    /** Nothing is known of the sex of whom no record tells one. */
    private Query ofSex(Set<Sex> sexes) {
        List<Query> ways = new ArrayList<>();
        List<String> told = sexes.stream()
                .filter(sex -> sex != Sex.UNKNOWN)
                .map(Queries::code)
                .toList();
        if (!told.isEmpty()) {
            ways.add(scope.inARecord(Queries.anyTerm(Queries.field("sex"), told)));
        }
        if (sexes.contains(Sex.UNKNOWN)) {
            ways.add(Queries.not(scope.inARecord(Queries.anyTerm(
                    Queries.field("sex"),
                    List.of(Queries.code(Sex.MALE), Queries.code(Sex.FEMALE), Queries.code(Sex.OTHER))))));
        }
        return ways.isEmpty() ? Queries.nobody() : Queries.anyOf(ways);
    }
}
