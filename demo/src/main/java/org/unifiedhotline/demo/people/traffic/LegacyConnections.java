package org.unifiedhotline.demo.people.traffic;

/** Where the two legacy databases are. */
public record LegacyConnections(ConnectionSource switchboard, ConnectionSource hotline) {}
