package org.unifiedhotline.mappings.standardization;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.mappings.canonical.Telephone;
import org.unifiedhotline.mappings.canonical.Telephone.TelephoneUse;

/** Standardizes what stands in a telephone field; {@link TelephoneReadings} knows the numbers. */
public final class Telephones {

    /** Nobody has as many; a field that lists more is a note, and must not grow by its square. */
    private static final int MOST = 20;

    private Telephones() {}

    /**
     * The telephones of a field: mostly one, several where several numbers stand in it, none where it is empty or says
     * that there is no number. One that is not understood has no numbers and is flagged.
     *
     * @param field the canonical field, for flags
     */
    public static List<Telephone> of(
            @Nullable String written, TelephoneUse use, WrittenBetween when, String field, Flags flags) {
        if (written == null || written.isBlank()) {
            return List.of();
        }
        List<Telephone> telephones = new ArrayList<>(1);
        boolean nothing = true;
        for (TelephoneText.Candidate candidate : TelephoneText.candidates(written)) {
            if (telephones.size() == MOST) {
                flags.add(field, "not-understood");
                break;
            }
            List<String> numbers = numbers(candidate, when, field, flags);
            nothing = false;
            if (!numbers.isEmpty()) {
                telephones.add(new Telephone(written, numbers, use));
            }
        }
        if (telephones.isEmpty() && !(nothing && NotGiven.isNotGiven(written))) {
            if (nothing) {
                flags.add(field, "not-understood");
            }
            telephones.add(new Telephone(written, List.of(), use));
        }
        return telephones;
    }

    /** The first telephone of a field, or null. */
    public static @Nullable Telephone first(
            @Nullable String written, TelephoneUse use, WrittenBetween when, String field, Flags flags) {
        List<Telephone> telephones = of(written, use, when, field, flags);
        return telephones.isEmpty() ? null : telephones.getFirst();
    }

    private static List<String> numbers(
            TelephoneText.Candidate candidate, WrittenBetween when, String field, Flags flags) {
        if (TelephoneReadings.isService(candidate.digits())) {
            flags.add(field, "service-number");
            return List.of();
        }
        List<String> numbers = TelephoneReadings.read(candidate, when);
        if (numbers.isEmpty()) {
            flags.add(field, "not-understood");
        } else if (numbers.size() > 1) {
            flags.add(field, "two-readings");
        } else if (!numbers.getFirst().startsWith("+84")
                && !candidate.international()
                && !candidate.digits().startsWith("00")) {
            flags.add(field, "country-assumed");
        }
        return numbers;
    }
}
