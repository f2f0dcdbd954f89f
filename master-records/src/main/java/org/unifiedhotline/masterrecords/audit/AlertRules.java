package org.unifiedhotline.masterrecords.audit;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.mappings.canonical.Centre;
import org.unifiedhotline.masterrecords.records.MasterId;

/**
 * What reading is unusual ({@code config/audit-alerts.yaml}).
 *
 * @param shown how many different people somebody may be shown
 * @param morePeople the same for certain accounts; 0 for any number
 * @param refused at how many different people somebody may be refused
 * @param ownCentres accounts that are told of when they are shown somebody whom none of these centres has touched; of those not named,
 *     the centres count that the trail tells of them
 * @param watched people about whose every reading is told, and every attempt that was refused
 * @param wholeLists calls that hand out a list of everybody and name nobody: told of whoever may not be shown any number of people
 */
public record AlertRules(
        Most shown,
        Most refused,
        Map<String, Integer> morePeople,
        Map<String, Set<Centre>> ownCentres,
        Set<MasterId> watched,
        Set<String> wholeLists) {
    private static final Set<String> USUAL_WHOLE_LISTS = Set.of("GET /api/v1/crosswalk.csv");
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private static final Most USUAL_REFUSED = new Most(20, Duration.ofMinutes(10));

    /**
     * How many different people are usual, and beyond which number it is told.
     *
     * @param window within what time
     */
    record Most(int people, Duration window) {
        private static Most of(String rule, WrittenMost written) {
            if (written.people() < 1 || written.minutes() < 1) {
                throw new IllegalArgumentException(rule + ": people and minutes are 1 or more");
            }
            return new Most(written.people(), Duration.ofMinutes(written.minutes()));
        }
    }

    public AlertRules {
        morePeople = Map.copyOf(morePeople);
        ownCentres = Map.copyOf(ownCentres);
        watched = Set.copyOf(watched);
        wholeLists = Set.copyOf(wholeLists);
    }

    /** How many people an account may be shown within the window. */
    int peopleOf(String account) {
        int own = morePeople.getOrDefault(account, shown.people());
        return own == 0 ? Integer.MAX_VALUE : own;
    }

    /** Whether an account may be shown any number of people. */
    boolean isWithoutLimit(String account) {
        return peopleOf(account) == Integer.MAX_VALUE;
    }

    /**
     * The rules of a text.
     *
     * @throws IllegalArgumentException if it is not right; the message says where
     */
    public static AlertRules read(String yaml) {
        try {
            return YAML.readValue(yaml, Written.class).rules();
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("audit-alerts: " + e.getOriginalMessage(), e);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("audit-alerts: " + e.getMessage(), e);
        }
    }

    private record WrittenMost(int people, int minutes) {}

    private record Written(
            @JsonProperty("many-people") @Nullable WrittenMost manyPeople,

            @Nullable WrittenMost refused,

            @JsonProperty("more-people") @Nullable Map<String, Integer> morePeople,

            @JsonProperty("own-centres") @Nullable Map<String, Set<Centre>> ownCentres,

            @Nullable Set<String> watched,
            @JsonProperty("whole-lists") @Nullable Set<String> wholeLists) {
        AlertRules rules() {
            if (manyPeople == null) {
                throw new IllegalArgumentException("many-people is missing");
            }
            return new AlertRules(
                    Most.of("many-people", manyPeople),
                    refused == null ? USUAL_REFUSED : Most.of("refused", refused),
                    morePeople == null ? Map.of() : morePeople,
                    ownCentres == null ? Map.of() : ownCentres,
                    watched == null
                            ? Set.of()
                            : watched.stream().map(MasterId::of).collect(Collectors.toSet()),
                    wholeLists == null ? USUAL_WHOLE_LISTS : wholeLists);
        }
    }
}
