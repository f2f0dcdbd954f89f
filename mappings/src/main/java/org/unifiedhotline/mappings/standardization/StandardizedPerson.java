package org.unifiedhotline.mappings.standardization;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.mappings.canonical.Birth;
import org.unifiedhotline.mappings.canonical.IdentityNumber;
import org.unifiedhotline.mappings.canonical.PersonName;
import org.unifiedhotline.mappings.canonical.Place;
import org.unifiedhotline.mappings.canonical.RelatedPerson;
import org.unifiedhotline.mappings.canonical.Sex;
import org.unifiedhotline.mappings.canonical.Telephone;

/** The standardized values of a person, before a mapper puts them beside what is copied as it stands. */
public record StandardizedPerson(
        List<PersonName> names,
        Sex sex,
        @Nullable Birth birth,
        List<Telephone> telephones,
        List<IdentityNumber> identityNumbers,
        @Nullable Place home,
        @Nullable String ethnicGroup,
        List<RelatedPerson> relatedPersons) {
    public StandardizedPerson {
        names = List.copyOf(names);
        telephones = List.copyOf(telephones);
        identityNumbers = List.copyOf(identityNumbers);
        relatedPersons = List.copyOf(relatedPersons);
    }
}
