package org.unifiedhotline.masterrecords.keys;

import java.util.regex.Pattern;

/**
 * What referrals are counted by where the agency is a name somebody wrote: a keyed hash of it. Of an erased person's referral it stands in the
 * row in the place of the name, so that the agency's figures stay as they were; what the name was, only referrals of others tell.
 */
public final class AgencyHash {
    private static final Pattern WRITTEN = Pattern.compile("#[0-9a-f]{32}");

    private AgencyHash() {}

    /** The hash of a name, or that which stands in its place. */
    public static String of(String name, KeyedHashes hashes) {
        return isWritten(name) ? name.substring(1) : hashes.of("agency", trimmed(name));
    }

    /** What stands in the place of a name. */
    public static String inPlaceOf(String name, KeyedHashes hashes) {
        return "#" + of(name, hashes);
    }

    /** Whether a hash stands in the place of the name. */
    public static boolean isWritten(String name) {
        return WRITTEN.matcher(name).matches();
    }

    /** A name without spaces around it: names that differ by these are one. */
    public static String trimmed(String name) {
        int from = 0;
        int to = name.length();
        while (from < to && name.charAt(from) == ' ') {
            from++;
        }
        while (to > from && name.charAt(to - 1) == ' ') {
            to--;
        }
        return name.substring(from, to);
    }
}
