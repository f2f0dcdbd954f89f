package org.unifiedhotline.masterrecords.equipment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.unifiedhotline.mappings.canonical.Centre;
import org.unifiedhotline.mappings.canonical.SiteStatusRecord.SiteState;
import org.unifiedhotline.mappings.source.SourceSystem;
import org.unifiedhotline.masterrecords.database.HubDatabase;
import org.unifiedhotline.masterrecords.sourcerecords.Columns;

/** Reads how the centres' equipment is, and how it was. */
public final class Equipment {
    private final HubDatabase hub;

    public Equipment(HubDatabase hub) {
        this.hub = hub;
    }

    /**
     * Every piece of equipment that was ever told of, faults first, of these the latest first.
     *
     * <p>Walks from one piece and state to the next along the index, so that it costs the same after years of reports.
     */
    public List<DeviceState> now() {
        return hub.sql()
                .sql("""
                        WITH RECURSIVE told AS (
                          (SELECT source_system, centre, component, state FROM site_status
                            ORDER BY source_system, centre, component, state LIMIT 1)
                          UNION ALL
                          SELECT next.* FROM told, LATERAL (
                            SELECT source_system, centre, component, state FROM site_status
                             WHERE (source_system, centre, component, state)
                                     > (told.source_system, told.centre, told.component, told.state)
                             ORDER BY source_system, centre, component, state LIMIT 1) AS next),
                        latest AS (
                          SELECT told.*, (SELECT max(observed_at) FROM site_status AS report
                                           WHERE report.source_system = told.source_system
                                             AND report.centre = told.centre
                                             AND report.component = told.component
                                             AND report.state = told.state) AS at
                            FROM told),
                        standing AS (
                          SELECT source_system, centre, component, state, at,
                                 lead(at) OVER device AS changed_at, row_number() OVER device AS place
                            FROM latest
                          WINDOW device AS (PARTITION BY source_system, centre, component
                                            ORDER BY at DESC, array_position(ARRAY['DOWN', 'DEGRADED', 'UNKNOWN', 'UP'], state)))
                        SELECT source_system, centre, component, state, at AS last_report_at,
                               (SELECT COALESCE(min(observed_at), standing.at) FROM site_status AS report
                                 WHERE report.source_system = standing.source_system
                                   AND report.centre = standing.centre AND report.component = standing.component
                                   AND report.state = standing.state
                                   AND (changed_at IS NULL OR observed_at > changed_at)) AS since,
                               (SELECT max(detail) FROM site_status AS report
                                 WHERE report.source_system = standing.source_system
                                   AND report.centre = standing.centre AND report.component = standing.component
                                   AND report.state = standing.state AND observed_at = standing.at) AS detail
                          FROM standing
                         WHERE place = 1
                         ORDER BY array_position(ARRAY['DOWN', 'DEGRADED', 'UNKNOWN', 'UP'], state), since DESC,
                                  centre, component, source_system
                        """)
                .query((row, number) -> new DeviceState(
                        device(row),
                        SiteState.valueOf(row.getString("state")),
                        Columns.instant(row, "since"),
                        Columns.instant(row, "last_report_at"),
                        row.getString("detail")))
                .list();
    }

    /** What happened to a piece of equipment: the times in which it was in one state, the latest first. */
    public List<DeviceSpell> history(Device device, int offset, int limit) {
        return hub.sql()
                .sql("""
                        WITH report AS (
                          SELECT state, observed_at, detail,
                                 row_number() OVER told - row_number() OVER (PARTITION BY state ORDER BY observed_at,
                                   array_position(ARRAY['UP', 'UNKNOWN', 'DEGRADED', 'DOWN'], state)) AS spell
                            FROM site_status
                           WHERE source_system = ? AND centre = ? AND component = ?
                          WINDOW told AS (ORDER BY observed_at,
                                          array_position(ARRAY['UP', 'UNKNOWN', 'DEGRADED', 'DOWN'], state))),
                        spell AS (
                          SELECT state, min(observed_at) AS first_at, max(observed_at) AS last_at, count(*) AS reports,
                                 (array_agg(detail ORDER BY observed_at DESC) FILTER (WHERE detail IS NOT NULL))[1]
                                   AS detail
                            FROM report GROUP BY state, spell)
                        SELECT state, first_at, last_at, reports, detail,
                               lead(first_at) OVER (ORDER BY first_at, last_at) AS until
                          FROM spell ORDER BY first_at DESC, last_at DESC OFFSET ? LIMIT ?
                        """)
                .params(device.system().code(), device.centre().name(), device.component(), offset, limit)
                .query((row, number) -> new DeviceSpell(
                        SiteState.valueOf(row.getString("state")),
                        Columns.instant(row, "first_at"),
                        Columns.instant(row, "last_at"),
                        Columns.instantOrNull(row, "until"),
                        row.getLong("reports"),
                        row.getString("detail")))
                .list();
    }

    private static Device device(ResultSet row) throws SQLException {
        return new Device(
                SourceSystem.of(row.getString("source_system")),
                Centre.valueOf(row.getString("centre")),
                row.getString("component"));
    }
}
