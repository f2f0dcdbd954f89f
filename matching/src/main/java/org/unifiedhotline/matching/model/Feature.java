package org.unifiedhotline.matching.model;

import java.util.List;

/**
 * One thing that is compared: an attribute has one feature, or several (a full name: given, family and middle name).
 *
 * @param name the attribute's name, or {@code attribute.part}
 * @param role what it does among relatives and namesakes
 * @param levels the comparison levels from the best to the worst; the level 0 of a comparison vector is "missing", so
 *     the first of these is level 1
 */
public record Feature(String name, Role role, List<Level> levels) {
    /** The level of a comparison vector that says nothing. */
    public static final int MISSING = 0;

    public Feature {
        levels = List.copyOf(levels);
        if (levels.size() > 14) {
            throw new IllegalArgumentException("feature " + name + " has more than 14 levels");
        }
    }

    /** The name of a level of the comparison vector, 0 included. */
    public String levelName(int level) {
        return level == MISSING ? "missing" : levels.get(level - 1).name();
    }

    Feature named(String attribute, boolean sharedByAll) {
        return new Feature(
                name.isEmpty() ? attribute : attribute + "." + name, sharedByAll ? Role.SHARED : role, levels);
    }
}
