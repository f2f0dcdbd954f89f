package org.unifiedhotline.demo.people.telephones;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.unifiedhotline.demo.people.chance.Chance;

/** Gives out telephone lines with prefixes that exist. Immutable and safe for threads. */
public final class Lines {

    private static final String RESOURCE = "/org/unifiedhotline/demo/people/area-codes-2017.csv";

    private static final String[] SINCE_LONG_AGO = {
        "090", "091", "093", "094", "096", "097", "098", "092", "099", "032", "033", "034", "035", "036", "037", "038",
        "039", "070", "076", "077", "078", "079", "081", "082", "083", "084", "085", "056", "058", "059"
    };
    private static final String[] NEWER = {"086", "088", "089", "052"};

    private final Map<String, AreaCodes> areaCodes = read();

    private record AreaCodes(String before, String since) {}

    /** A mobile line that may have been in use since before 2012. */
    public Mobile mobile(Chance chance) {
        return new Mobile(chance.oneOf(SINCE_LONG_AGO) + chance.digits(7));
    }

    /** A mobile line bought lately; its prefix may be one that older lines cannot have. */
    public Mobile newMobile(Chance chance) {
        return new Mobile(
                (chance.happens(0.4) ? chance.oneOf(NEWER) : chance.oneOf(SINCE_LONG_AGO)) + chance.digits(7));
    }

    /** A line in a house in a province, given by its GSO code before July 2025. */
    public Landline landline(String oldProvinceCode, Chance chance) {
        AreaCodes codes = Objects.requireNonNull(areaCodes.get(oldProvinceCode), oldProvinceCode);
        boolean metropolis = codes.since().length() == 2;
        return new Landline(codes.before(), codes.since(), "3" + chance.digits(metropolis ? 7 : 6));
    }

    private static Map<String, AreaCodes> read() {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Lines.class.getResourceAsStream(RESOURCE), RESOURCE), StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> Character.isDigit(line.charAt(0)))
                    .map(line -> line.split(","))
                    .collect(Collectors.toUnmodifiableMap(c -> c[0], c -> new AreaCodes(c[1], c[2])));
        } catch (IOException e) {
            throw new UncheckedIOException(RESOURCE, e);
        }
    }
}
