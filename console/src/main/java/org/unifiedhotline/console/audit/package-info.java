/**
 * Puts every call on record: who, when, from where, what for, about whom.
 *
 * <p>{@link org.unifiedhotline.console.audit.AuditFilter} stands before all other filters. As what a call counts is said by its line
 * in {@code roles.yaml}; controllers only say whom they show, through {@link org.unifiedhotline.console.audit.Disclosures}. The
 * first byte of an answer waits until the entry is on the disk ({@link org.unifiedhotline.console.audit.AuditedResponse}); if it
 * cannot be, the answer is a problem and nothing of a person. Refusals are on record too, summed up when they come by the
 * hundred ({@link org.unifiedhotline.console.audit.LeftOutRefusals}).
 */
@NullMarked
package org.unifiedhotline.console.audit;

import org.jspecify.annotations.NullMarked;
