/**
 * The servers of the tests in containers, by Testcontainers. {@link org.unifiedhotline.containers.ServersInContainers} is what
 * room demo finds on the class path; {@link org.unifiedhotline.containers.Recipe} knows how each official image is asked for
 * what a server's command line says; {@link org.unifiedhotline.containers.Images} chooses the image;
 * {@link org.unifiedhotline.containers.ServerInContainer} is one server.
 */
@NullMarked
package org.unifiedhotline.containers;

import org.jspecify.annotations.NullMarked;
