package org.unifiedhotline.mappings.canonical;

import org.jspecify.annotations.Nullable;

/**
 * A name of a person: what was written and what was understood.
 *
 * <p>Keys in three strengths, all lower case with single spaces: {@code exact} (NFC, marks kept), {@code toneless}
 * (insensitive to where the tone mark sits: each syllable without its tone, then the tone's digit; Hoà = Hòa, unlike
 * Hoa) and {@code folded} (no marks at all, đ as d).
 *
 * @param written as it stands in the source, untouched
 * @param kind primary, or a further name (nickname, name used abroad)
 * @param display repaired of encodings, NFC, single spaces, without titles, in the writer's capitals if sensible
 * @param family family name as understood; null where there is none or it cannot be told
 * @param middle middle names; null if none
 * @param given given name (the last word of a Kinh name; the word after {@code Y}/{@code H'} of an Ê Đê one); null
 *     if it cannot be told
 */
public record PersonName(
        String written,
        NameKind kind,
        String display,
        @Nullable String family,
        @Nullable String middle,
        @Nullable String given,
        String exact,
        String toneless,
        String folded) {

    /** Whether a name is the person's main one or a further one. */
    public enum NameKind {
        PRIMARY,
        ALIAS
    }
}
