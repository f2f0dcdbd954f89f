package org.unifiedhotline.mappings.standardization;

/**
 * A place that a name may mean.
 *
 * @param code GSO code of its level: two digits (province), three (district), five (commune); means something only
 *     with {@code era}
 * @param name official name with its type word, such as {@code Tỉnh Lào Cai}
 * @param province two-digit code, in the same era, of the province it lies in (or is)
 */
public record PlaceMatch(Level level, Era era, String code, String name, String province) {

    /** The levels of administration; districts stand before the reform only. */
    public enum Level {
        PROVINCE,
        DISTRICT,
        COMMUNE
    }
}
