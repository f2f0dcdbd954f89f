package org.unifiedhotline.faults;

import java.sql.Connection;
import java.sql.SQLException;

/** A call without a caller in each legacy database: when it is in the hub, all that was committed before has been heard. */
record Marker(World world, String ofSwitchboard, String ofHotline) {
    /** Writes them now. */
    static Marker write(World world) {
        try (Connection switchboard = world.legacySwitchboard();
                Connection hotline = world.legacyHotline()) {
            return new Marker(
                    world,
                    World.column(
                                    switchboard,
                                    "INSERT INTO cuoc_goi (thoi_gian, kenh, trung_tam, loai)"
                                            + " VALUES (now(), 'IVR', 'HN', 'TU_VAN') RETURNING id")
                            .getFirst(),
                    World.column(
                                    hotline,
                                    "INSERT INTO hotline.call (call_id, received_at, channel, centre, outcome)"
                                            + " VALUES (gen_random_uuid(), now(), 'IVR', 'HANOI', 'ADVICE')"
                                            + " RETURNING call_id")
                            .getFirst());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns when both are in the hub, by the work of this service. */
    void await(ServiceProcess service) {
        await(service, World.HUB);
    }

    /** The same for another hub. */
    void await(ServiceProcess service, String hub) {
        service.waitUntil("the switchboard's new call is in the hub", () -> isIn(hub, "switchboard", ofSwitchboard));
        service.waitUntil("the hotline's new call is in the hub", () -> isIn(hub, "hotline", ofHotline));
    }

    private boolean isIn(String hub, String system, String key) {
        return !world.inHub(
                        hub,
                        "SELECT 1 FROM source_record WHERE source_system = '" + system
                                + "' AND source_table IN ('cuoc_goi', 'call') AND local_id = '" + key + "'")
                .isEmpty();
    }
}
