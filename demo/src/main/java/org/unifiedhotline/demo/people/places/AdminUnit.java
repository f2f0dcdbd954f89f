package org.unifiedhotline.demo.people.places;

/**
 * How an address is written in one period.
 *
 * @param provinceCode GSO code of the province, two digits, with the meaning it had in the period
 * @param province full name with its type word, {@code Tỉnh Hà Giang}
 * @param district full name with its type word; empty since 1 July 2025, when districts were abolished
 * @param commune full name with its type word; empty on the few islands that had none
 */
public record AdminUnit(String provinceCode, String province, String district, String commune) {

    public AdminUnit {
        if (provinceCode.length() != 2) {
            throw new IllegalArgumentException("a province code has two digits");
        }
    }
}
