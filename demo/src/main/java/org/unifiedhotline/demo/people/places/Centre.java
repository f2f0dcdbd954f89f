package org.unifiedhotline.demo.people.places;

/** The three call centres, and how each of the two systems names them. */
public enum Centre {
    HN("HANOI"),
    DN("DANANG"),
    AG("ANGIANG");

    private final String hotlineName;

    Centre(String hotlineName) {
        this.hotlineName = hotlineName;
    }

    /** The name of the centre in the anti-trafficking hotline. */
    public String hotlineName() {
        return hotlineName;
    }

    /** The centre that answers for a province, by its GSO code before July 2025. */
    public static Centre of(String oldProvinceCode) {
        return oldProvinceCode.compareTo("38") <= 0 ? HN : oldProvinceCode.compareTo("68") <= 0 ? DN : AG;
    }
}
