package org.unifiedhotline.demo.people.systems;

/** The two legacy systems. */
public enum SourceSystem {
    SWITCHBOARD("switchboard"),
    HOTLINE("hotline");

    private final String label;

    SourceSystem(String label) {
        this.label = label;
    }

    /** The name used in the truth and in crosswalks. */
    public String label() {
        return label;
    }
}
