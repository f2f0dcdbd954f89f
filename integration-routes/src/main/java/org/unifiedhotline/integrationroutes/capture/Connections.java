package org.unifiedhotline.integrationroutes.capture;

import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Closing of connections whose end no one mourns. */
final class Connections {
    private Connections() {}

    static void closeQuietly(@Nullable Connection connection) {
        if (connection != null) {
            try {
                connection.close();
            } catch (SQLException e) {
                // it is gone either way
            }
        }
    }
}
