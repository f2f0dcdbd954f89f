package org.unifiedhotline.matching.training;

import java.util.List;
import org.unifiedhotline.matching.model.Calibration;

/**
 * Fits the line from weights to calibrated weights to pairs of which people said what they are: J. Platt's sigmoid (Advances
 * in Large Margin Classifiers, 1999) with two cautions. A decision may be mistaken (J. B. Copas, Binary regression models for contaminated
 * data, JRSS B 50, 1988), so that one that contradicts all evidence counts for little; and the line is drawn to leaving
 * weights as they are, so that few decisions change little.
 */
final class CalibrationFit {
    /** Of the decisions, so many are a coin's. */
    private static final double MISTAKEN = 0.02;
    /** How far, before anything was decided, weights may be off: bits, and natural logarithm of the slope. */
    private static final double SHIFT_SPREAD = 1.5;

    private static final double SLOPE_SPREAD = 0.25;

    private static final double LN2 = Math.log(2);
    private static final int HALF_GRID = 8;
    private static final int ZOOMS = 10;

    private CalibrationFit() {}

    /**
     * Decided pairs of one weight.
     *
     * @param bits their weight as it was learned
     * @param isSame whether they are one person
     * @param count how many they are
     */
    record Decided(double bits, boolean isSame, double count) {}

    /** The likeliest line; {@link Calibration#NONE} where nothing was decided. */
    static Calibration of(List<Decided> decided) {
        if (decided.isEmpty()) {
            return Calibration.NONE;
        }
        double shift = 0;
        double slope = 0;
        double shiftStep = 1;
        double slopeStep = 0.125;
        for (int zoom = 0; zoom < ZOOMS; zoom++) {
            double bestShift = shift;
            double bestSlope = slope;
            double best = Double.NEGATIVE_INFINITY;
            for (int i = -HALF_GRID; i <= HALF_GRID; i++) {
                for (int j = -HALF_GRID; j <= HALF_GRID; j++) {
                    double likelihood = likelihood(decided, shift + i * shiftStep, slope + j * slopeStep);
                    if (likelihood > best) {
                        best = likelihood;
                        bestShift = shift + i * shiftStep;
                        bestSlope = slope + j * slopeStep;
                    }
                }
            }
            shift = bestShift;
            slope = bestSlope;
            shiftStep /= 2;
            slopeStep /= 2;
        }
        return new Calibration(FrequencyCounter.round(shift), FrequencyCounter.round(Math.exp(slope)));
    }

    private static double likelihood(List<Decided> decided, double shift, double logSlope) {
        double slope = Math.exp(logSlope);
        double sum = -0.5 * (square(shift / SHIFT_SPREAD) + square(logSlope / SLOPE_SPREAD));
        for (Decided one : decided) {
            double odds = (shift + slope * one.bits()) * (one.isSame() ? LN2 : -LN2);
            sum += one.count() * Math.log(MISTAKEN / 2 + (1 - MISTAKEN) / (1 + Math.exp(-odds)));
        }
        return sum;
    }

    private static double square(double value) {
        return value * value;
    }
}
