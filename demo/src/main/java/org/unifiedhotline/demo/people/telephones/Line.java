package org.unifiedhotline.demo.people.telephones;

import java.time.LocalDate;

/** A telephone line. Its number changed when prefixes and area codes did; the line did not. */
public sealed interface Line permits Mobile, Landline {

    /** The number that reached the line on a day: digits only, with the leading zero. */
    String numberOn(LocalDate day);

    /** The number that reaches the line today. */
    String today();
}
