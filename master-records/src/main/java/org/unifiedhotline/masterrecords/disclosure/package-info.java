/**
 * What is told to a person of all that is held about them: {@link org.unifiedhotline.masterrecords.disclosure.HeldBeside} reads what
 * stands beside the person's file (questions to stewards with notes and evidence, verdicts, assessments, rows set aside), about this person alone:
 * values of other people are left out, and counted. {@link org.unifiedhotline.masterrecords.disclosure.OwnFile} does the same to the file itself.
 */
@NullMarked
package org.unifiedhotline.masterrecords.disclosure;

import org.jspecify.annotations.NullMarked;
