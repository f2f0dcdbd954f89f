package org.unifiedhotline.masterrecords.figures;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The things that are counted. */
public enum Figure {
    CONTACTS,
    CASES,
    REFERRALS,
    RETURNS,
    PEOPLE,
    QUALITY,
    SATISFACTION;

    /** The figure of this name in an address. */
    public static Optional<Figure> of(String code) {
        return Arrays.stream(values())
                .filter(figure -> figure.code().equals(code))
                .findFirst();
    }

    /** Its name in addresses: {@code contacts}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What its list can be narrowed by, beyond the slice. */
    public Set<String> filters() {
        return statements().filters();
    }

    Statements statements() {
        return switch (this) {
            case CONTACTS -> new ContactStatements();
            case CASES -> new CaseStatements();
            case REFERRALS -> new ReferralStatements();
            case RETURNS -> new ReturnStatements();
            case PEOPLE -> new PeopleStatements();
            case QUALITY -> new QualityStatements();
            case SATISFACTION -> new SatisfactionStatements();
        };
    }
}
