package org.unifiedhotline.demo.people.sinks;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.demo.people.systems.LegacyRow;

/** The text format of PostgreSQL's COPY. Source: PostgreSQL manual, COPY, "Text Format". */
final class CopyText {

    private CopyText() {}

    static void row(LegacyRow row, StringBuilder text) {
        @Nullable Object[] cells = row.cells();
        for (int column = 0; column < cells.length; column++) {
            if (column > 0) {
                text.append('\t');
            }
            cell(cells[column], text);
        }
        text.append('\n');
    }

    private static void cell(@Nullable Object value, StringBuilder text) {
        switch (value) {
            case null -> text.append("\\N");
            case List<?> list -> escaped(array(list), text);
            default -> escaped(SqlText.text(value), text);
        }
    }

    private static String array(List<?> list) {
        StringBuilder array = new StringBuilder("{");
        for (Object element : list) {
            array.append(array.length() == 1 ? "\"" : ",\"");
            array.append(String.valueOf(element).replace("\\", "\\\\").replace("\"", "\\\""));
            array.append('"');
        }
        return array.append('}').toString();
    }

    private static void escaped(String value, StringBuilder text) {
        for (int i = 0; i < value.length(); i++) {
            char character = value.charAt(i);
            switch (character) {
                case '\\' -> text.append("\\\\");
                case '\t' -> text.append("\\t");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                default -> text.append(character);
            }
        }
    }
}
