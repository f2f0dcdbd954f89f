/**
 * What the office counts: contacts, cases, referrals, returns, people known to both hotlines, call quality, satisfaction.
 *
 * <p>A {@link org.unifiedhotline.masterrecords.figures.Figure} is one thing that is counted. Its two statements stand in one
 * class: the counts, and the list behind every one of them; both read the same view of the hub ({@code figure_…}), where it
 * is said once what a day, a centre, a province or an automatic answer is. {@link
 * org.unifiedhotline.masterrecords.figures.Figures} runs them, nothing is stored in between: a change of a row, a deletion or a
 * merge shows in the next count. What could not be understood (dead letters) stands in no count; the report says how many
 * such rows there are. {@link org.unifiedhotline.masterrecords.figures.Release} is what may leave the office of a report:
 * nothing that tells of fewer than 11.
 */
@NullMarked
package org.unifiedhotline.masterrecords.figures;

import org.jspecify.annotations.NullMarked;
