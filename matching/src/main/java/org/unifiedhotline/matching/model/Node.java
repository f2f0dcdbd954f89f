package org.unifiedhotline.matching.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A place in a YAML text that knows where it is, so that complaints can say so. */
record Node(String where, Map<String, Object> fields) {
    static Node of(String where, @Nullable Object value) {
        if (!(value instanceof Map<?, ?> map)) {
            throw new ModelException(where, "expected names and values, got " + describe(value));
        }
        Map<String, Object> fields = new LinkedHashMap<>();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            if (entry.getKey() == null || entry.getValue() == null) {
                throw new ModelException(where, "\"" + entry.getKey() + "\" has no value");
            }
            fields.put(entry.getKey().toString(), entry.getValue());
        }
        return new Node(where, fields);
    }

    private static String describe(@Nullable Object value) {
        return value == null ? "nothing" : "\"" + value + "\"";
    }

    /** Complains of a name that nobody reads: most likely a slip. */
    void only(String... names) {
        for (String name : fields.keySet()) {
            if (!List.of(names).contains(name)) {
                throw new ModelException(where, "does not know \"" + name + "\"; expected one of " + List.of(names));
            }
        }
    }

    boolean has(String name) {
        return fields.containsKey(name);
    }

    Set<String> names() {
        return fields.keySet();
    }

    Node child(String name) {
        return of(where + "." + name, fields.get(name));
    }

    List<Node> list(String name) {
        List<Node> nodes = new ArrayList<>();
        if (has(name)) {
            List<?> items = items(name, fields.get(name));
            for (int i = 0; i < items.size(); i++) {
                nodes.add(of(where + "." + name + "[" + i + "]", items.get(i)));
            }
        }
        return nodes;
    }

    private List<?> items(String name, @Nullable Object value) {
        if (value instanceof List<?> items) {
            return items;
        }
        throw new ModelException(where + "." + name, "expected a list, got " + describe(value));
    }

    List<String> texts(String name) {
        return has(name)
                ? items(name, fields.get(name)).stream().map(String::valueOf).toList()
                : List.of();
    }

    List<List<String>> textLists(String name) {
        List<List<String>> lists = new ArrayList<>();
        if (has(name)) {
            for (Object item : items(name, fields.get(name))) {
                lists.add(items(name, item).stream().map(String::valueOf).toList());
            }
        }
        return lists;
    }

    String text(String name) {
        Object value = fields.get(name);
        if (value == null) {
            throw new ModelException(where, "\"" + name + "\" is missing");
        }
        return value.toString();
    }

    String text(String name, String otherwise) {
        return has(name) ? text(name) : otherwise;
    }

    boolean truth(String name) {
        return has(name) && text(name).equals("true");
    }

    double number(String name, double otherwise) {
        return has(name) ? number(name) : otherwise;
    }

    double number(String name) {
        try {
            return Double.parseDouble(text(name));
        } catch (NumberFormatException _) {
            throw new ModelException(where + "." + name, "expected a number, got \"" + text(name) + "\"");
        }
    }

    double positive(String name) {
        double value = number(name);
        if (!(value > 0)) {
            throw new ModelException(where + "." + name, "expected a number above 0, got " + value);
        }
        return value;
    }

    double probability(String name) {
        double value = number(name);
        if (!(value > 0 && value <= 1)) {
            throw new ModelException(where + "." + name, "expected a probability above 0 and up to 1, got " + value);
        }
        return value;
    }
}
