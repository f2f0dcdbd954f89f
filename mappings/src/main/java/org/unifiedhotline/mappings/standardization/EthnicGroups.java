package org.unifiedhotline.mappings.standardization;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The 54 ethnic groups by any usual spelling ({@code H'Mông}, {@code Mèo} → {@code Mông}; {@code Ê-đê} →
 * {@code Ê Đê}).
 *
 * <p>Numbers are not read: two incompatible lists of codes are in use (121-TCTK/PPCĐ of 1979 and 1019/QĐ-TCTK of 2008),
 * and neither source says which one it means.
 */
public final class EthnicGroups {
    /** Standard names by folded spelling without spaces; the marked spelling comes first where folding loses. */
    private static final Map<String, String> BY_FOLDED = new LinkedHashMap<>();

    private static final Map<String, String> BY_MARKED = new LinkedHashMap<>();

    static {
        for (String line : ReferenceTable.lines("ethnic-groups.txt")) {
            String[] spellings = line.split("\\|");
            for (String spelling : spellings) {
                BY_MARKED.putIfAbsent(marked(spelling), spellings[0]);
            }
        }
        // A group's own name wins over another group's further spelling that folds alike.
        for (String line : ReferenceTable.lines("ethnic-groups.txt")) {
            String name = line.split("\\|")[0];
            BY_FOLDED.putIfAbsent(folded(name), name);
        }
        addFurtherSpellings();
    }

    /** Without marks a further spelling tells the group only if no other group has one that folds alike. */
    private static void addFurtherSpellings() {
        Map<String, Set<String>> claims = new LinkedHashMap<>();
        for (String line : ReferenceTable.lines("ethnic-groups.txt")) {
            String[] spellings = line.split("\\|");
            for (String spelling : spellings) {
                claims.computeIfAbsent(folded(spelling), unseen -> new HashSet<>())
                        .add(spellings[0]);
            }
        }
        claims.forEach((spelling, names) -> {
            if (names.size() == 1) {
                BY_FOLDED.putIfAbsent(spelling, names.iterator().next());
            }
        });
    }

    private EthnicGroups() {}

    /** The standard name of the group; null if none was given, or (flagged) if it was not understood. */
    public static @Nullable String of(@Nullable String written, Flags flags) {
        if (written == null || NotGiven.isEmpty(written)) {
            return null;
        }
        String text = withoutWord(Folding.exact(written));
        String group = BY_MARKED.get(marked(text));
        if (group == null) {
            group = BY_FOLDED.get(folded(text));
        }
        if (group == null) {
            flags.add("ethnicGroup", hasNoDigit(written) ? "not-understood" : "code-without-list");
        }
        return group;
    }

    private static boolean hasNoDigit(String text) {
        return text.chars().noneMatch(Character::isDigit);
    }

    private static String withoutWord(String exact) {
        for (String word : new String[] {"dân tộc ", "dan toc ", "người ", "nguoi "}) {
            if (exact.startsWith(word) && exact.length() > word.length()) {
                return exact.substring(word.length());
            }
        }
        return exact;
    }

    private static String marked(String text) {
        return Folding.toneless(text).replace(" ", "").replace("'", "");
    }

    private static String folded(String text) {
        return Folding.fold(text).replace(" ", "");
    }
}
