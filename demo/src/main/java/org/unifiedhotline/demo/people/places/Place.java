package org.unifiedhotline.demo.people.places;

import java.time.LocalDate;

/**
 * A place on the ground under both of its official names.
 *
 * @param before as it was called until 30 June 2025
 * @param since as it has been called since 1 July 2025
 */
public record Place(AdminUnit before, AdminUnit since) {

    /** The day from which the new provinces and communes count. */
    public static final LocalDate REFORM = LocalDate.of(2025, 7, 1);

    private static final LocalDate HUE_BECAME_A_CITY = LocalDate.of(2025, 1, 1);
    private static final LocalDate DONG_NAI_BECAME_A_CITY = LocalDate.of(2026, 4, 30);

    /** The address as it was officially called on a day. */
    public AdminUnit on(LocalDate day) {
        if (!day.isBefore(REFORM)) {
            boolean dongNai = since.provinceCode().equals("75") && !day.isBefore(DONG_NAI_BECAME_A_CITY);
            return dongNai ? new AdminUnit("75", "Thành phố Đồng Nai", "", since.commune()) : since;
        }
        boolean hue = before.provinceCode().equals("46") && day.isBefore(HUE_BECAME_A_CITY);
        return hue ? new AdminUnit("46", "Tỉnh Thừa Thiên Huế", before.district(), before.commune()) : before;
    }

    /** True south of the Hải Vân pass, where family names have their southern forms. */
    public boolean south() {
        return before.provinceCode().compareTo("48") >= 0;
    }
}
