package org.unifiedhotline.masterrecords.retention;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.unifiedhotline.masterrecords.settings.UnusableSettingsException;

/**
 * How long each class is kept.
 *
 * @param daily when what is due goes, each day; empty for never by itself
 * @param zone of that time
 * @param periods by class; a class that is kept for ever is absent
 */
public record RetentionRules(Optional<LocalTime> daily, ZoneId zone, Map<RetentionClass, Period> periods) {
    private static final String FOREVER = "forever";
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    public RetentionRules {
        periods = Map.copyOf(periods);
    }

    /**
     * The rules of a file.
     *
     * @throws UnusableSettingsException with all that is wrong with it
     */
    public static RetentionRules read(String text) {
        List<String> wrong = new ArrayList<>();
        JsonNode file;
        try {
            file = YAML.readTree(text);
        } catch (JsonProcessingException e) {
            throw new UnusableSettingsException(List.of("retention.yaml is no YAML: " + e.getOriginalMessage()));
        }
        Map<RetentionClass, Period> periods = new EnumMap<>(RetentionClass.class);
        JsonNode keep = file.path("keep");
        for (RetentionClass one : RetentionClass.values()) {
            String written = keep.path(one.code()).asText("");
            if (written.isEmpty()) {
                wrong.add("keep." + one.code() + " is missing: a period such as P1Y, or forever");
            } else if (!written.equals(FOREVER)) {
                period(one, written, wrong).ifPresent(period -> periods.put(one, period));
            }
        }
        keep.fieldNames().forEachRemaining(name -> {
            if (Arrays.stream(RetentionClass.values())
                    .noneMatch(one -> one.code().equals(name))) {
                wrong.add("keep." + name + " is no class of what is kept");
            }
        });
        Optional<LocalTime> daily = time(file.path("daily").asText("-"), wrong);
        ZoneId zone = zone(file.path("zone").asText("Asia/Ho_Chi_Minh"), wrong);
        if (!wrong.isEmpty()) {
            throw new UnusableSettingsException(wrong.stream()
                    .map(complaint -> "retention.yaml: " + complaint)
                    .toList());
        }
        return new RetentionRules(daily, zone, periods);
    }

    private static Optional<Period> period(RetentionClass one, String written, List<String> wrong) {
        try {
            Period period = Period.parse(written);
            if (!period.isNegative() && !period.isZero()) {
                return Optional.of(period);
            }
        } catch (DateTimeException malformed) {
            // said below
        }
        wrong.add("keep." + one.code() + " is '" + written
                + "', and must be a period such as P30D, P6M or P5Y, or forever");
        return Optional.empty();
    }

    private static Optional<LocalTime> time(String written, List<String> wrong) {
        try {
            return written.equals("-") ? Optional.empty() : Optional.of(LocalTime.parse(written));
        } catch (DateTimeException malformed) {
            wrong.add("daily is '" + written + "', and must be a time such as 03:15, or -");
            return Optional.empty();
        }
    }

    private static ZoneId zone(String written, List<String> wrong) {
        try {
            return ZoneId.of(written);
        } catch (DateTimeException unknown) {
            wrong.add("zone is '" + written + "', which nobody knows");
            return ZoneId.of("UTC");
        }
    }

    /** Of what came before this, what is of the class goes; empty if it is kept for ever. */
    Optional<Instant> before(RetentionClass one, Instant now) {
        return Optional.ofNullable(periods.get(one))
                .map(period -> now.atZone(zone).minus(period).toInstant());
    }
}
