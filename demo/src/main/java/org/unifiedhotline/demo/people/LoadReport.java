package org.unifiedhotline.demo.people;

/**
 * What a load has written.
 *
 * @param people true people, whether a row is about them or not
 * @param rows rows over all tables of both systems
 * @param personRows rows of {@code nguoi_goi}, {@code tre_em}, {@code caller} and {@code victim}
 * @param households how many households were made
 */
public record LoadReport(long people, long rows, long personRows, long households) {}
