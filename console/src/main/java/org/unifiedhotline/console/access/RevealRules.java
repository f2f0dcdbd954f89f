package org.unifiedhotline.console.access;

import java.time.Duration;
import java.util.Set;

/**
 * How long what is revealed is read plainly, and who may break the glass, by {@code roles.yaml}.
 *
 * @param forFields how long masked fields of a person in scope are read plainly
 * @param forGlass how long a person outside scope or clearance is shown
 * @param glassBreakers roles that may ask for the latter
 */
public record RevealRules(Duration forFields, Duration forGlass, Set<String> glassBreakers) {
    private static final Duration LONGEST = Duration.ofHours(12);

    /** Nobody may break the glass. */
    static final RevealRules USUAL = new RevealRules(Duration.ofMinutes(30), Duration.ofMinutes(15), Set.of());

    public RevealRules {
        if (isNoTime(forFields) || isNoTime(forGlass)) {
            throw new IllegalArgumentException(
                    "'reveal:' and 'breakGlass:' hold for 1 to " + LONGEST.toMinutes() + " minutes");
        }
        glassBreakers = Set.copyOf(glassBreakers);
    }

    private static boolean isNoTime(Duration duration) {
        return duration.toMinutes() < 1 || duration.compareTo(LONGEST) > 0;
    }
}
