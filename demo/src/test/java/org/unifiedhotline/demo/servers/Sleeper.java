package org.unifiedhotline.demo.servers;

import java.util.concurrent.locks.LockSupport;

/** A program that waits to be killed. */
final class Sleeper {
    private Sleeper() {}

    public static void main(String[] arguments) {
        while (arguments.length == 0) {
            LockSupport.park();
        }
    }
}
