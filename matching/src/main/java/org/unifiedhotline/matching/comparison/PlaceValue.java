package org.unifiedhotline.matching.comparison;

import java.util.List;

/**
 * A place from the largest unit to the smallest, {@code province/district/commune}; a unit may be empty. Where units changed
 * in time, {@code era:province/…} says in which era's units it is told; eras are ordered as text, the finest first.
 */
final class PlaceValue extends Value {
    static final int DEPTH = 3;
    final String[] units = new String[DEPTH];
    private final String[] paths = new String[DEPTH];
    final String era;

    PlaceValue(String attribute, String text) {
        super(attribute, text, DEPTH);
        int colon = text.indexOf(':');
        era = colon < 0 ? "" : text.substring(0, colon);
        String[] typed = text.substring(colon + 1).split("/", -1);
        String path = "";
        for (int depth = 0; depth < DEPTH; depth++) {
            String unit = depth < typed.length ? Folding.folded(Folding.marked(typed[depth])) : "";
            path = depth == 0 ? era + ":" + unit : path + "/" + unit;
            units[depth] = unit;
            paths[depth] = unit.isEmpty() ? "" : path;
        }
    }

    @Override
    public List<String> keys(String form) {
        return one(
                switch (form) {
                    case "first" -> paths[0];
                    case "second" -> paths[1].isEmpty() ? "" : units[1];
                    case "third" -> paths[2].isEmpty() ? "" : units[2];
                    default -> paths[2].isEmpty() ? paths[1].isEmpty() ? paths[0] : paths[1] : paths[2];
                });
    }

    @Override
    String term(int slot) {
        return paths[slot];
    }
}
