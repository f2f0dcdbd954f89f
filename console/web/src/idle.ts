/** How long nobody has touched anything: pages also ask by themselves, which must not keep a session open. */
let touched = Date.now();
for (const kind of ['pointerdown', 'keydown', 'wheel'])
  globalThis.addEventListener?.(
    kind,
    () => {
      touched = Date.now();
    },
    { capture: true, passive: true },
  );

/** In whole seconds. The wall is shown to be looked at, not touched: there only the day's end counts. */
export function idleFor(): string {
  return window.location.pathname === '/wall' ? '0' : String(Math.floor((Date.now() - touched) / 1000));
}
