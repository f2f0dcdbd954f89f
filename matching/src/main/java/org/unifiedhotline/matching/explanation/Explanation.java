package org.unifiedhotline.matching.explanation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.unifiedhotline.matching.record.MatchWeight;
import org.unifiedhotline.matching.record.WeightPart;

/**
 * Why two records are thought to be one person, or two.
 *
 * @param summary one sentence
 * @param reasons one line a part that says something, the weightiest first
 */
public record Explanation(String summary, List<String> reasons) {
    private static final double SAYS_NOTHING = 0.05;

    public Explanation {
        reasons = List.copyOf(reasons);
    }

    /** What names of parts, levels and reasons mean, for those who show them by themselves; what is not there has no words. */
    public static Map<String, String> words(Language language) {
        return Words.all(language);
    }

    /** The explanation of a weight. */
    public static Explanation of(MatchWeight weight, Language language) {
        return of(weight, language, true);
    }

    /** The same without what the records hold: fit for files and logs. */
    public static Explanation withoutValues(MatchWeight weight, Language language) {
        return of(weight, language, false);
    }

    private static Explanation of(MatchWeight weight, Language language, boolean withValues) {
        List<WeightPart> parts = new ArrayList<>(weight.parts());
        parts.removeIf(part -> Math.abs(part.bits()) < SAYS_NOTHING);
        parts.sort(Comparator.comparingDouble((WeightPart part) -> -Math.abs(part.bits())));
        return new Explanation(
                summary(weight, language),
                parts.stream().map(part -> reason(part, language, withValues)).toList());
    }

    private static String summary(MatchWeight weight, Language language) {
        if (weight.isForbidden()) {
            return Words.of(weight.forbidden(), language);
        }
        String odds = String.format(Locale.ROOT, "%.1f", weight.bits());
        String percent = String.format(Locale.ROOT, "%.2f", 100 * weight.probability());
        return switch (language) {
            case VIETNAMESE -> "Trọng số " + odds + " bit: xác suất " + percent + " % là cùng một người";
            case ENGLISH -> "Weight " + odds + " bits: one person with a probability of " + percent + " %";
        };
    }

    private static String reason(WeightPart part, Language language, boolean withValues) {
        StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "%+.1f  ", part.bits()));
        line.append(Words.of(part.name(), language));
        if (!part.level().isEmpty()) {
            line.append(": ").append(Words.of(part.level(), language));
        }
        if (withValues && (!part.left().isEmpty() || !part.right().isEmpty())) {
            line.append(" (")
                    .append(part.left())
                    .append(" | ")
                    .append(part.right())
                    .append(')');
        }
        return line.toString();
    }
}
