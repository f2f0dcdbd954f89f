package org.unifiedhotline.integrationroutes.capture;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What the service's account at a source lacks, and what it may do beyond reading.
 *
 * @param missing what is to be granted or set, each with the statement that does so where there is one
 * @param excess what is to be revoked: the service shall not be able to write at a source
 * @param tables those of what is missing that concern one table, by its name
 */
record Rights(List<String> missing, List<String> excess, Map<String, List<String>> tables) {
    Rights {
        missing = List.copyOf(missing);
        excess = List.copyOf(excess);
        tables = Map.copyOf(tables);
    }

    /**
     * What is missing besides single tables, of which some can be followed: those that cannot stop by themselves.
     *
     * @param captured how many tables there should be
     */
    Rights besidesTables(int captured) {
        if (tables.isEmpty() || tables.size() >= captured) {
            return this;
        }
        List<String> rest = new ArrayList<>(missing);
        tables.values().forEach(rest::removeAll);
        return new Rights(rest, excess, Map.of());
    }

    /**
     * Lets capture go on, or not.
     *
     * @return what is too much, in one sentence; empty if nothing is
     * @throws CaptureException naming everything that is missing, or, unless it is only warned of, that is too much
     */
    String require(CaptureSettings settings) {
        String code = settings.system().code();
        String where = " (see config/legacy-grants/" + code + ".sql)";
        if (!missing.isEmpty()) {
            throw new CaptureException("the " + code + " lacks " + String.join("; ", missing) + where);
        }
        if (excess.isEmpty()) {
            return "";
        }
        String tooMuch =
                "the account of the service may do more at the " + code + " than read: " + String.join("; ", excess);
        if (settings.excess() == CaptureSettings.ExcessRights.REFUSE) {
            throw new CaptureException(
                    tooMuch + where + "; unified-hotline.sources.excess-rights says that this is refused");
        }
        return tooMuch;
    }
}
