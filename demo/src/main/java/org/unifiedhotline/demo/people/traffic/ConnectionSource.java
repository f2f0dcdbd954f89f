package org.unifiedhotline.demo.people.traffic;

import java.sql.Connection;
import java.sql.SQLException;

/** Opens connections to one legacy database as its application's user, again whenever one was lost. */
@FunctionalInterface
public interface ConnectionSource {

    /** A new connection; whoever asks closes it. */
    Connection open() throws SQLException;
}
