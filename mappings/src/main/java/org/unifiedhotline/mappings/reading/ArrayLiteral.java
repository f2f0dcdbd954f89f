package org.unifiedhotline.mappings.reading;

import java.util.ArrayList;
import java.util.List;

/** Reads PostgreSQL's text form of an array, <code>{Na,"Mei Ling"}</code>. */
public final class ArrayLiteral {

    private ArrayLiteral() {}

    /**
     * The items, of all dimensions one behind the other; NULL items are left out.
     *
     * @throws RuntimeException if the text is no array
     */
    public static List<String> items(String literal) {
        String text = withoutBounds(literal.strip());
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
            } else if (!quoted && (letter == ',' || letter == '}')) {
                addItem(items, item.toString(), wasQuoted);
                item.setLength(0);
                wasQuoted = false;
            } else if (quoted || letter != '{') {
                item.append(letter);
            }
        }
        return items;
    }

    /** An array that does not count from 1 says so first: <code>[0:1]={Na,Mei}</code>. */
    private static String withoutBounds(String text) {
        return text.startsWith("[") ? text.substring(text.indexOf('=') + 1) : text;
    }

    private static void addItem(List<String> items, String item, boolean wasQuoted) {
        if (wasQuoted || (!item.isEmpty() && !item.equalsIgnoreCase("NULL"))) {
            items.add(item);
        }
    }
}
