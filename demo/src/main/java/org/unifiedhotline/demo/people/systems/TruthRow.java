package org.unifiedhotline.demo.people.systems;

/**
 * Who a row is really about.
 *
 * @param table {@code nguoi_goi}, {@code tre_em}, {@code caller} or {@code victim}
 * @param localId the row's primary key
 * @param personId the true person
 * @param resolvable true if the row holds enough to be linked, as {@link Evidence} defines it
 */
public record TruthRow(LegacyTable table, int localId, long personId, boolean resolvable) {}
