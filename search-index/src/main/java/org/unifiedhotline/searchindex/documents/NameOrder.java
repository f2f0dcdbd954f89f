package org.unifiedhotline.searchindex.documents;

import com.ibm.icu.text.Collator;
import com.ibm.icu.util.ULocale;
import java.util.HexFormat;

/**
 * The order of names in Vietnamese: {@code a, ă, â, b, c, d, đ, …}, marks of tone after the letters. Elasticsearch has no such
 * order without a plugin, so that names carry the sort keys that ICU makes, as text whose plain order is theirs.
 */
public final class NameOrder {
    private static final int LONGEST = 60;
    private static final Collator VIETNAMESE =
            Collator.getInstance(ULocale.forLanguageTag("vi")).freeze();

    private NameOrder() {}

    /** The sort key of a name; of a very long one, of its beginning. */
    public static String key(String name) {
        String compared = name.length() > LONGEST ? name.substring(0, LONGEST) : name;
        return HexFormat.of().formatHex(VIETNAMESE.getCollationKey(compared).toByteArray());
    }
}
