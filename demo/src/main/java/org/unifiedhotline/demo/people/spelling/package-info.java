/**
 * How clerks write down what they hear: keyboards without marks, old fonts, capitals, misplaced tones, titles, slips,
 * notations of telephones, partial dates, place names with and without their type words. Everything here makes values
 * worse; the service that makes them better shares none of this code.
 */
@NullMarked
package org.unifiedhotline.demo.people.spelling;

import org.jspecify.annotations.NullMarked;
