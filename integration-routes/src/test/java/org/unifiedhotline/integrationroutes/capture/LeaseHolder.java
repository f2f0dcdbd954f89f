package org.unifiedhotline.integrationroutes.capture;

import org.unifiedhotline.demo.servers.PostgresServer;
import org.unifiedhotline.mappings.source.SourceSystem;

/** Another instance, in a process of its own that can be killed: takes the lease, says so, and does nothing. */
final class LeaseHolder {
    private LeaseHolder() {}

    /** @param arguments the hub's JDBC URL and the code of the source */
    public static void main(String[] arguments) throws Exception {
        HubAddress hub = new HubAddress(arguments[0], PostgresServer.SUPERUSER, PostgresServer.SUPERUSER);
        try (CaptureLease lease = CaptureLease.take(hub, SourceSystem.of(arguments[1]), () -> {})) {
            System.out.println("holds");
            Thread.sleep(Long.MAX_VALUE);
            lease.require();
        }
    }
}
