package org.unifiedhotline.bench.scale;

/** One row of the table, as text; an empty text is missing. */
record PersonRow(
        String given,
        String family,
        String birth,
        String sex,
        String telephone,
        String street,
        String city,
        String postcode) {
    static final String HEADER = "id,given_name,family_name,birth_date,sex,telephone,street,city,postcode";

    String csv(String id) {
        return String.join(",", id, given, family, birth, sex, telephone, street, city, postcode);
    }
}
