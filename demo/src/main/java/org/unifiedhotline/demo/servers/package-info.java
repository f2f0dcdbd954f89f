/**
 * Real database and search servers as child processes: MariaDB, PostgreSQL, Elasticsearch, from Maven artifacts, without
 * containers and without root (root works too).
 *
 * <p>A guided tour. {@link org.unifiedhotline.demo.servers.ServerArchive} knows where the build put each server's archive
 * and unpacks it once a version into a cache. {@link org.unifiedhotline.demo.servers.EmbeddedServer} is what the three
 * servers share: a {@link org.unifiedhotline.demo.servers.ServerFolder} of data that only one process may hold, start,
 * orderly stop, sudden kill. {@link org.unifiedhotline.demo.servers.Child} binds a process to this JVM's life, so that even
 * {@code kill -9} leaves nothing running. {@link org.unifiedhotline.demo.servers.LegacySystems} makes the two hotlines'
 * databases with their accounts; {@link org.unifiedhotline.demo.servers.TestServers} shares one of each server among all
 * tests of a JVM. Where a {@link org.unifiedhotline.demo.servers.ServersElsewhere} stands on the class path, the servers run
 * there instead.
 */
@NullMarked
package org.unifiedhotline.demo.servers;

import org.jspecify.annotations.NullMarked;
