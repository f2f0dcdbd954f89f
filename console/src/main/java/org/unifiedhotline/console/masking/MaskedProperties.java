package org.unifiedhotline.console.masking;

import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ser.BeanPropertyWriter;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.mappings.canonical.CaseRecord;
import org.unifiedhotline.mappings.canonical.ContactRecord;
import org.unifiedhotline.mappings.canonical.IdentityNumber;
import org.unifiedhotline.mappings.canonical.PersonRecord;
import org.unifiedhotline.mappings.canonical.Place;
import org.unifiedhotline.mappings.canonical.QualityReviewRecord;
import org.unifiedhotline.mappings.canonical.ReturnRecord;
import org.unifiedhotline.mappings.canonical.Telephone;
import org.unifiedhotline.masterrecords.records.SourceHistory.ColumnChange;
import org.unifiedhotline.masterrecords.records.Sourced;
import org.unifiedhotline.masterrecords.scope.FieldKind;
import org.unifiedhotline.matching.record.WeightPart;

/** What kind of field a property holds: by its value's type, or by its name where that is a text, a code or a figure. */
final class MaskedProperties {
    private static final Set<Class<?>> BY_TYPE = Set.of(Telephone.class, IdentityNumber.class, Place.class);

    /** Attributes of match models that hold nothing that is ever masked. */
    private static final Set<String> PLAIN =
            Set.of("name", "birth", "sex", "father", "mother", "guardian", "called_about");

    private static final Map<Class<?>, Map<String, FieldKind>> BY_NAME = Map.of(
            PersonRecord.class,
                    Map.of(
                            "note", FieldKind.NOTES,
                            "disability", FieldKind.HEALTH,
                            "ethnicGroup", FieldKind.ETHNICITY,
                            "writtenEthnicGroup", FieldKind.ETHNICITY),
            ContactRecord.class,
                    Map.of(
                            "notes", FieldKind.NOTES,
                            "latitude", FieldKind.ADDRESS,
                            "longitude", FieldKind.ADDRESS),
            CaseRecord.class,
                    Map.of(
                            "narrative", FieldKind.NOTES,
                            "kinds", FieldKind.EXPLOITATION,
                            "means", FieldKind.EXPLOITATION,
                            "destinationCountry", FieldKind.EXPLOITATION,
                            "recruitedInProvince", FieldKind.EXPLOITATION),
            QualityReviewRecord.class, Map.of("remarks", FieldKind.NOTES),
            ReturnRecord.class, Map.of("certificateNumber", FieldKind.IDENTITY_NUMBER));

    private MaskedProperties() {}

    /** Whether a property may ever be masked; the writers of all others are left as they are. */
    static boolean mayHold(BeanDescription bean, BeanPropertyWriter property) {
        return byName(bean, property) != null
                || bean.getBeanClass() == ColumnChange.class
                || bean.getBeanClass() == WeightPart.class
                || bean.getBeanClass() == Sourced.class
                || mayBe(property.getType());
    }

    private static boolean mayBe(JavaType type) {
        return type.isContainerType()
                ? type.getContentType() == null || mayBe(type.getContentType())
                : BY_TYPE.stream().anyMatch(masked -> type.getRawClass().isAssignableFrom(masked));
    }

    /** The kind that a property holds whatever its value; null if it depends on the value. */
    static @Nullable FieldKind byName(BeanDescription bean, BeanPropertyWriter property) {
        Masks marked = property.getAnnotation(Masks.class);
        return marked == null
                ? BY_NAME.getOrDefault(bean.getBeanClass(), Map.of()).get(property.getName())
                : marked.value();
    }

    /**
     * The kind of a property by what else its bean says: a changed column's values, a weighed attribute's, a value of a master record that is a
     * text.
     *
     * @param within as which property the bean itself is written; null if it is none
     */
    static @Nullable FieldKind byBean(Object bean, String property, @Nullable String within) {
        return switch (bean) {
            case Sourced<?> ignored
            when property.equals("value") && "ethnicGroup".equals(within) -> FieldKind.ETHNICITY;
            case ColumnChange change when !property.equals("column") -> SourceColumns.kind(change.column());
            case WeightPart part when property.equals("left") || property.equals("right") -> weighed(part.name());
            default -> null;
        };
    }

    /**
     * By the words of the match model; a part of an attribute is named {@code attribute.part}. An attribute that another model has and
     * nobody has looked at here counts as notes.
     */
    static @Nullable FieldKind weighed(String part) {
        int dot = part.indexOf('.');
        String attribute = dot < 0 ? part : part.substring(0, dot);
        return switch (attribute) {
            case "telephone" -> FieldKind.TELEPHONE;
            case "identity", "certificate" -> FieldKind.IDENTITY_NUMBER;
            case "home" -> FieldKind.ADDRESS;
            case "ethnic_group" -> FieldKind.ETHNICITY;
            default -> PLAIN.contains(attribute) ? null : FieldKind.NOTES;
        };
    }

    /** The kind of a value by its type; null if it is none that is ever masked. */
    static @Nullable FieldKind byType(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Telephone ignored -> FieldKind.TELEPHONE;
            case IdentityNumber ignored -> FieldKind.IDENTITY_NUMBER;
            case Place ignored -> FieldKind.ADDRESS;
            default -> null;
        };
    }

    /** A value as it was written, where its mask may show the end of it; empty for what has no such end. */
    static String written(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case Telephone telephone -> telephone.written();
            case IdentityNumber number -> number.written();
            case String text -> text;
            default -> "";
        };
    }
}
