package org.unifiedhotline.console.exports;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.unifiedhotline.masterrecords.desk.ExportJob.Format;

/** A file being written, line by line. */
interface PeopleFile extends AutoCloseable {

    /** Begins a file of this format with a line of titles; closing it ends the file and closes what it is written to. */
    static PeopleFile of(Format format, OutputStream to, List<String> titles) throws IOException {
        PeopleFile file = switch (format) {
            case CSV -> new CsvFile(to);
            case XLSX -> new SpreadsheetFile(to, titles.size());
        };
        file.write(titles);
        return file;
    }

    void write(List<String> cells) throws IOException;

    @Override
    void close() throws IOException;
}
