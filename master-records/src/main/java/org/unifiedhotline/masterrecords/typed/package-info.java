/**
 * What the canonical records say, in typed tables keyed by source record: contacts, cases, referrals, returns, reviews,
 * site states, agencies, counsellors, code lists. They name people by source record, never by master id, so that a merge
 * rewrites none of them. Free text and values of people stay in the canonical record.
 */
@NullMarked
package org.unifiedhotline.masterrecords.typed;

import org.jspecify.annotations.NullMarked;
