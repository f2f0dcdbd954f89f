package org.unifiedhotline.masterrecords;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.mappings.canonical.Birth;
import org.unifiedhotline.mappings.canonical.CanonicalRecord;
import org.unifiedhotline.mappings.canonical.CaseRecord;
import org.unifiedhotline.mappings.canonical.CaseRecord.CaseStatus;
import org.unifiedhotline.mappings.canonical.Centre;
import org.unifiedhotline.mappings.canonical.ContactRecord;
import org.unifiedhotline.mappings.canonical.ContactRecord.Channel;
import org.unifiedhotline.mappings.canonical.ContactRecord.ContactOutcome;
import org.unifiedhotline.mappings.canonical.PersonName;
import org.unifiedhotline.mappings.canonical.PersonName.NameKind;
import org.unifiedhotline.mappings.canonical.PersonRecord;
import org.unifiedhotline.mappings.canonical.PersonRole;
import org.unifiedhotline.mappings.canonical.Place;
import org.unifiedhotline.mappings.canonical.ReferralRecord;
import org.unifiedhotline.mappings.canonical.ReferralRecord.ReferralOutcome;
import org.unifiedhotline.mappings.canonical.ReporterRelation;
import org.unifiedhotline.mappings.canonical.ReturnRecord;
import org.unifiedhotline.mappings.canonical.ReturnRecord.ReturnKind;
import org.unifiedhotline.mappings.canonical.Sex;
import org.unifiedhotline.mappings.canonical.Telephone;
import org.unifiedhotline.mappings.canonical.Telephone.TelephoneUse;
import org.unifiedhotline.mappings.reading.MappingException;
import org.unifiedhotline.mappings.source.SourceRecordKey;
import org.unifiedhotline.mappings.source.SourceRow;
import org.unifiedhotline.mappings.source.SourceSystem;
import org.unifiedhotline.masterrecords.ingest.RowMapping;

/** A mapping of a few columns, for tests of what follows it; a name of {@code !} cannot be mapped. */
public final class TestMapping implements RowMapping {
    @Override
    public CanonicalRecord map(SourceRecordKey key, SourceRow row) {
        return switch (key.table().name()) {
            case "nguoi_goi" -> person(key, row, PersonRole.CALLER);
            case "tre_em" -> person(key, row, PersonRole.CHILD);
            case "caller" -> person(key, row, PersonRole.CALLER);
            case "victim" -> person(key, row, PersonRole.VICTIM);
            case "cuoc_goi", "call" -> contact(key, row);
            case "ca_can_thiep", "case_file" -> file(key, row);
            case "chuyen_tuyen" -> referral(key, row);
            case "return_record" -> returned(key, row);
            default -> throw new MappingException(key.table(), null, "no mapping");
        };
    }

    private static PersonRecord person(SourceRecordKey key, SourceRow row, PersonRole role) {
        String name = text(row, "name");
        if ("!".equals(name)) {
            throw new MappingException(key.table(), "name", "not a name");
        }
        String phone = text(row, "phone");
        Object year = row.columns().get("year");
        List<PersonName> names = new ArrayList<>();
        if (name != null) {
            String[] words = name.split(" ");
            names.add(new PersonName(
                    name,
                    NameKind.PRIMARY,
                    name,
                    words[0],
                    null,
                    words[words.length - 1],
                    name.toLowerCase(Locale.ROOT),
                    name.toLowerCase(Locale.ROOT),
                    name.toLowerCase(Locale.ROOT)));
        }
        return new PersonRecord(
                key,
                role,
                names,
                Sex.FEMALE,
                year == null
                        ? null
                        : new Birth(
                                year.toString(),
                                Birth.DatePrecision.YEAR,
                                LocalDate.of(((Long) year).intValue(), 1, 1),
                                LocalDate.of(((Long) year).intValue(), 12, 31),
                                null),
                phone == null ? List.of() : List.of(new Telephone(phone, List.of(phone), TelephoneUse.OWN)),
                List.of(),
                home(text(row, "province")),
                null,
                null,
                null,
                List.of(),
                ReporterRelation.UNKNOWN,
                null,
                (Boolean) row.columns().get("consent"),
                text(row, "note"),
                Instant.parse("2020-01-01T00:00:00Z"),
                null,
                List.of());
    }

    private static @Nullable Place home(@Nullable String province) {
        return province == null
                ? null
                : new Place(province, null, null, null, null, province, null, List.of(), List.of(), null, null);
    }

    private static ContactRecord contact(SourceRecordKey key, SourceRow row) {
        String number = text(row, "number");
        return new ContactRecord(
                key,
                Instant.parse("2021-01-01T00:00:00Z"),
                Channel.VOICE,
                number == null ? null : new Telephone(number, List.of(number), TelephoneUse.OWN),
                other(key.system(), callers(key.system()), row, "caller"),
                other(key.system(), cases(key.system()), row, "case"),
                null,
                Centre.HANOI,
                "vi",
                60,
                ContactOutcome.ADVICE,
                null,
                null,
                null,
                text(row, "note"),
                List.of());
    }

    private static CaseRecord file(SourceRecordKey key, SourceRow row) {
        SourceRecordKey subject = other(key.system(), subjects(key.system()), row, "subject");
        if (subject == null) {
            throw new MappingException(key.table(), "subject", "missing");
        }
        return new CaseRecord(
                key,
                "TE-" + key.localId(),
                subject,
                other(key.system(), callers(key.system()), row, "reporter"),
                row.columns().get("relation") == null
                        ? ReporterRelation.UNKNOWN
                        : ReporterRelation.valueOf(text(row, "relation")),
                List.of("VIOLENCE", "OTHER"),
                List.of(),
                2,
                CaseStatus.NEW,
                LocalDate.of(2021, 2, 3),
                null,
                null,
                null,
                null,
                List.of());
    }

    private static ReferralRecord referral(SourceRecordKey key, SourceRow row) {
        return new ReferralRecord(
                key,
                SourceRecordKey.of(
                        key.system(),
                        cases(key.system()),
                        String.valueOf(row.columns().get("case"))),
                null,
                "Công an",
                null,
                null,
                null,
                LocalDate.of(2021, 3, 4),
                null,
                ReferralOutcome.PENDING,
                null,
                List.of());
    }

    private static ReturnRecord returned(SourceRecordKey key, SourceRow row) {
        return new ReturnRecord(
                key,
                SourceRecordKey.of(
                        key.system(), "victim", String.valueOf(row.columns().get("victim"))),
                LocalDate.of(2021, 4, 5),
                ReturnKind.RESCUED,
                null,
                null,
                null,
                null,
                null,
                List.of());
    }

    private static SourceRecordKey other(SourceSystem system, String table, SourceRow row, String column) {
        Object id = row.columns().get(column);
        return id == null ? null : SourceRecordKey.of(system, table, id.toString());
    }

    private static String callers(SourceSystem system) {
        return system == SourceSystem.SWITCHBOARD ? "nguoi_goi" : "caller";
    }

    private static String subjects(SourceSystem system) {
        return system == SourceSystem.SWITCHBOARD ? "tre_em" : "victim";
    }

    private static String cases(SourceSystem system) {
        return system == SourceSystem.SWITCHBOARD ? "ca_can_thiep" : "case_file";
    }

    private static String text(SourceRow row, String column) {
        Object value = row.columns().get(column);
        return value == null ? null : value.toString();
    }
}
