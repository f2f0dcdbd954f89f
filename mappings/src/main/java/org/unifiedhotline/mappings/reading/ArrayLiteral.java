package org.unifiedhotline.mappings.reading;

import java.util.ArrayList;
import java.util.List;

/** Reads PostgreSQL's text form of an array, <code>{Na,"Mei Ling"}</code>; NULL items are left out. */
final class ArrayLiteral {

    private ArrayLiteral() {}

    static List<String> items(String literal) {
        String text = literal.strip();
        if (!text.startsWith("{") || !text.endsWith("}")) {
            throw new IllegalArgumentException("not an array");
        }
        List<String> items = new ArrayList<>();
        StringBuilder item = new StringBuilder();
        boolean quoted = false;
        boolean wasQuoted = false;
        for (int at = 1; at < text.length(); at++) {
            char letter = text.charAt(at);
            if (quoted && letter == '\\') {
                item.append(text.charAt(++at));
            } else if (letter == '"') {
                quoted = !quoted;
                wasQuoted = true;
            } else if (!quoted && (letter == ',' || at == text.length() - 1)) {
                addItem(items, item.toString(), wasQuoted);
                item.setLength(0);
                wasQuoted = false;
            } else {
                item.append(letter);
            }
        }
        return items;
    }

    private static void addItem(List<String> items, String item, boolean wasQuoted) {
        if (wasQuoted || (!item.isEmpty() && !item.equalsIgnoreCase("NULL"))) {
            items.add(item);
        }
    }
}
