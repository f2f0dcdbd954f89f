package org.unifiedhotline.matching.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.unifiedhotline.matching.comparison.ComparisonVector;
import org.unifiedhotline.matching.model.Attribute;
import org.unifiedhotline.matching.model.Feature;
import org.unifiedhotline.matching.model.Kind;
import org.unifiedhotline.matching.model.Levels;
import org.unifiedhotline.matching.model.MatchModel;

/** The best that two records share: what a pair can be known by. From the strongest to the weakest. */
public enum Evidence {
    /** An identity number, or all but a digit of it. */
    IDENTIFIER,
    /** A telephone or an e-mail address. */
    CONTACT,
    /** The day of birth, or all but a digit of it. */
    DAY_OF_BIRTH,
    /** The name of a parent or of another person who belongs to them. */
    RELATED_PERSON,
    YEAR_AND_PLACE,
    YEAR,
    PLACE,
    /** Nothing but a name. */
    NAME,
    NOTHING;

    /** The word for it in reports. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** Reads what a compared pair shares, for the features of one model. */
    static final class Reader {
        private enum Meaning {
            IDENTIFIER,
            CONTACT,
            DATE,
            RELATED,
            PLACE,
            NAME,
            OTHER
        }

        private final List<Meaning> meanings = new ArrayList<>();

        Reader(MatchModel model) {
            for (Attribute attribute : model.attributes()) {
                for (Feature feature : attribute.features()) {
                    meanings.add(meaning(attribute, feature));
                }
            }
        }

        private static Meaning meaning(Attribute attribute, Feature feature) {
            return switch (attribute.kind()) {
                case IDENTIFIER -> Meaning.IDENTIFIER;
                case TELEPHONE, EMAIL -> Meaning.CONTACT;
                case DATE -> Meaning.DATE;
                case PLACE -> Meaning.PLACE;
                case FULL_NAME, GIVEN_NAME, FAMILY_NAME ->
                    isGiven(attribute.kind(), feature)
                            ? attribute.shared() ? Meaning.RELATED : Meaning.NAME
                            : Meaning.OTHER;
                case TEXT, CODE, NUMBER -> Meaning.OTHER;
            };
        }

        private static boolean isGiven(Kind kind, Feature feature) {
            return kind == Kind.GIVEN_NAME || feature.name().endsWith(".given");
        }

        Evidence of(ComparisonVector vector) {
            boolean year = false;
            boolean place = false;
            Evidence best = NOTHING;
            for (int f = 0; f < meanings.size(); f++) {
                int level = vector.level(f);
                if (level != Feature.MISSING) {
                    Evidence one = shared(meanings.get(f), level);
                    year |= one == YEAR;
                    place |= one == PLACE;
                    best = one.compareTo(best) < 0 ? one : best;
                }
            }
            return year && place && best.compareTo(YEAR_AND_PLACE) > 0 ? YEAR_AND_PLACE : best;
        }

        private static Evidence shared(Meaning meaning, int level) {
            return switch (meaning) {
                case IDENTIFIER -> level <= Levels.NUMBER_LIKE_SLIP ? IDENTIFIER : NOTHING;
                case CONTACT -> level == Levels.NUMBER_LIKE_EQUAL ? CONTACT : NOTHING;
                case DATE -> level <= Levels.DATE_SLIP ? DAY_OF_BIRTH : level <= Levels.DATE_NEAR_YEAR ? YEAR : NOTHING;
                case RELATED -> level <= Levels.NAME_SLIP ? RELATED_PERSON : NOTHING;
                case PLACE -> level <= Levels.PLACE_FIRST_NOT_SECOND ? PLACE : NOTHING;
                case NAME -> level <= Levels.NAME_ALIAS ? NAME : NOTHING;
                case OTHER -> NOTHING;
            };
        }
    }
}
