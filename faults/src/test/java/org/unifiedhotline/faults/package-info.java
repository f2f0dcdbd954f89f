/**
 * The fault suite: the shipped jar as a process of its own, between real servers, under live traffic, while processes are
 * killed, sockets cut and disks filled.
 *
 * <p>A tour: {@link org.unifiedhotline.faults.World} holds the two legacy databases, the hub and the index, each behind a
 * {@link org.unifiedhotline.faults.Proxy}; {@link org.unifiedhotline.faults.ServiceProcess} is the service;
 * {@link org.unifiedhotline.faults.Comparison} says afterwards whether everything is the same as without the fault;
 * {@link org.unifiedhotline.faults.Report} keeps what was shown. Each test class is one kind of fault. A fault acts on a
 * process, a disk or a socket, never on an interface, and each test proves that it happened before it looks at what came of
 * it.
 */
@NullMarked
package org.unifiedhotline.faults;

import org.jspecify.annotations.NullMarked;
