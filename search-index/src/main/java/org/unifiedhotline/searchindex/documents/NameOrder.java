package org.unifiedhotline.searchindex.documents;

import com.ibm.icu.text.Collator;
import com.ibm.icu.util.ULocale;
import java.util.HexFormat;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.unifiedhotline.mappings.canonical.PersonName;

/**
 * The order of names as lists in Viet Nam have it: by given name, then family name, then middle names, each in the order of the alphabet
 * {@code a, ă, â, b, c, d, đ, …}, marks of tone after the letters. Elasticsearch has no such
 * order without a plugin, so that names carry the sort keys that ICU makes, as text whose plain order is theirs.
 */
public final class NameOrder {
    private static final int LONGEST = 60;
    /** Sorts before whatever a name may hold, so that a shorter part comes before a longer one that begins with it. */
    private static final String BETWEEN = "\uFFFE";

    private static final Collator VIETNAMESE =
            Collator.getInstance(ULocale.forLanguageTag("vi")).freeze();

    private NameOrder() {}

    /** The sort key of a name; of a very long one, of its beginning. A name that is not understood is ordered as it is written. */
    public static String key(PersonName name) {
        String given = name.given();
        String ordered = given == null
                ? name.display()
                : Stream.of(given, name.family(), name.middle())
                        .map(part -> part == null ? "" : part)
                        .collect(Collectors.joining(BETWEEN));
        String compared = ordered.length() > LONGEST ? ordered.substring(0, LONGEST) : ordered;
        return HexFormat.of().formatHex(VIETNAMESE.getCollationKey(compared).toByteArray());
    }
}
