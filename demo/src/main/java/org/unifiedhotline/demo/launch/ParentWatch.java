package org.unifiedhotline.demo.launch;

/**
 * Ends the demo when the process that started it (Maven) is gone, even by {@code kill -9}. The demo's own children need no
 * such watch: they are bound to its life.
 */
final class ParentWatch {
    private ParentWatch() {}

    /** Runs the action, in a thread of its own, once this process's parent has ended. */
    static void onParentEnd(Runnable action) {
        ProcessHandle.current()
                .parent()
                .ifPresent(parent -> Thread.ofPlatform()
                        .daemon()
                        .name("parent watch")
                        .start(() -> {
                            parent.onExit().join();
                            action.run();
                        }));
    }
}
