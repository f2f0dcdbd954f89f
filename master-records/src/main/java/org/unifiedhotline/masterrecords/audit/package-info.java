/**
 * The audit trail: who read, looked for, took along, decided or changed what, and who was refused.
 *
 * <p>An {@link org.unifiedhotline.masterrecords.audit.AuditEvent} is what happened; {@link
 * org.unifiedhotline.masterrecords.audit.AuditTrail} makes it an {@link org.unifiedhotline.masterrecords.audit.AuditEntry} and
 * says when that is durable. Whatever was typed by people (purposes, terms of searches) is sealed ({@link
 * org.unifiedhotline.masterrecords.audit.Seal}), one data key an entry. Every entry carries a keyed hash of itself and of the one
 * before ({@link org.unifiedhotline.masterrecords.audit.Chain}); the keys and the latest hashes stand in files outside the database
 * ({@link org.unifiedhotline.masterrecords.audit.AuditKeys}, {@link org.unifiedhotline.masterrecords.audit.HeadsFile}), so that
 * {@link org.unifiedhotline.masterrecords.audit.AuditCheck} finds what even a superuser changed. The tables are made by the DBA
 * ({@code config/hub/audit.sql}): the service's account can append to them and read them, no more, which {@link
 * org.unifiedhotline.masterrecords.audit.AuditRights} makes sure of at every start.
 */
@NullMarked
package org.unifiedhotline.masterrecords.audit;

import org.jspecify.annotations.NullMarked;
