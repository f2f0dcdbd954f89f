package org.unifiedhotline.console.exports;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** A spreadsheet (Office Open XML) whose cells are all text: none can be a formula. Lines pass through, few at a time. */
final class SpreadsheetFile implements PeopleFile {
    private static final int LINES_AT_ONCE = 500;
    private static final double WIDTH = 22;
    /** More characters a cell of Excel does not hold. */
    private static final int LONGEST_CELL = 32_767;

    private final OutputStream to;
    private final Workbook workbook;
    private final Worksheet sheet;
    private int line;

    SpreadsheetFile(OutputStream to, int columns) {
        this.to = to;
        this.workbook = new Workbook(to, "Unified Hotline Records", "1.0");
        this.sheet = workbook.newWorksheet("Danh sách");
        for (int column = 0; column < columns; column++) {
            sheet.width(column, WIDTH);
        }
        sheet.freezePane(0, 1);
    }

    @Override
    public void write(List<String> cells) throws IOException {
        for (int column = 0; column < cells.size(); column++) {
            sheet.inlineString(line, column, cell(cells.get(column)));
        }
        if (line == 0) {
            sheet.range(0, 0, 0, cells.size() - 1).style().bold().set();
        }
        line++;
        if (line % LINES_AT_ONCE == 0) {
            sheet.flush();
        }
    }

    /** Without what XML cannot hold, and no longer than a cell. */
    private static String cell(String value) {
        String text = value.replaceAll("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]", "");
        return text.length() > LONGEST_CELL ? text.substring(0, LONGEST_CELL) : text;
    }

    @Override
    public void close() throws IOException {
        sheet.finish();
        workbook.finish();
        to.close();
    }
}
