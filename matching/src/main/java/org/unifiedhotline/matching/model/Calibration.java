package org.unifiedhotline.matching.model;

/**
 * A straight line that turns the weights of a model into weights that agree with what people decided. It rises, so it never
 * changes which of two pairs is the likelier.
 *
 * @param shift bits added to every weight
 * @param slope what every weight is multiplied by, more than 0
 */
public record Calibration(double shift, double slope) {
    /** Weights as they were learned. */
    public static final Calibration NONE = new Calibration(0, 1);

    public Calibration {
        if (!(slope > 0) || !Double.isFinite(slope) || !Double.isFinite(shift)) {
            throw new IllegalArgumentException(
                    "a calibration has a finite shift and a slope above 0, got " + shift + " and " + slope);
        }
    }

    /** The calibrated weight of a weight, both in bits. */
    public double of(double bits) {
        return shift + slope * bits;
    }

    /** Whether it changes nothing. */
    public boolean isNone() {
        return equals(NONE);
    }
}
