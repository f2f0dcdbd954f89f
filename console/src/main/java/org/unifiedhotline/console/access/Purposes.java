package org.unifiedhotline.console.access;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.unifiedhotline.masterrecords.scope.FieldKind;

/**
 * What masked fields may be revealed for, and which by whom, by {@code roles.yaml}.
 *
 * @param byName each purpose by its name; {@link #OTHER} is what stands for words that name none
 */
public record Purposes(Map<String, Purpose> byName) {
    static final String OTHER = "other";

    /** Any purpose opens anything to whoever may reveal at all. */
    static final Purposes ANY = new Purposes(Map.of());

    /**
     * One of them.
     *
     * @param words what else it is called, in whatever language people type
     * @param fields the kinds of fields that it opens
     * @param roles to whom
     */
    record Purpose(Set<String> words, Set<FieldKind> fields, Set<String> roles) {
        Purpose {
            words = words.stream().map(Purposes::plain).collect(Collectors.toUnmodifiableSet());
            fields = Set.copyOf(fields);
            roles = Set.copyOf(roles);
        }

        Set<FieldKind> opens(Caller caller) {
            return caller.roles().stream().anyMatch(roles::contains) ? fields : Set.of();
        }
    }

    /**
     * @throws IllegalArgumentException if two of them could be meant by the same word
     */
    public Purposes {
        byName = Map.copyOf(byName);
        Map<String, String> meant = new HashMap<>();
        new TreeMap<>(byName).forEach((name, purpose) -> {
            Set<String> words = new HashSet<>(purpose.words());
            words.add(plain(name));
            for (String word : words) {
                String other = meant.putIfAbsent(word, name);
                if (other != null) {
                    throw new IllegalArgumentException(
                            "'purposes:' has '" + word + "' twice: " + other + " and " + name);
                }
            }
        });
    }

    /** The purpose that was typed. */
    public String named(String typed) {
        String text = plain(typed);
        return byName.entrySet().stream()
                .filter(purpose -> plain(purpose.getKey()).equals(text)
                        || purpose.getValue().words().contains(text))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(OTHER);
    }

    /** The kinds of fields that a purpose, by its name, opens to the caller. */
    public Set<FieldKind> opens(String name, Caller caller) {
        if (byName.isEmpty()) {
            return EnumSet.allOf(FieldKind.class);
        }
        Purpose purpose = byName.get(name);
        return purpose == null ? Set.of() : purpose.opens(caller);
    }

    /** What each opens to the caller, by its name; those that open nothing are left out. */
    public Map<String, Set<FieldKind>> of(Caller caller) {
        Map<String, Set<FieldKind>> open = new LinkedHashMap<>();
        new TreeMap<>(byName).forEach((name, purpose) -> {
            if (!purpose.opens(caller).isEmpty()) {
                open.put(name, purpose.opens(caller));
            }
        });
        return open;
    }

    private static String plain(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }
}
