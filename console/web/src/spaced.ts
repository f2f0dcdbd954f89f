/**
 * Does something when it is asked for, but not within a pause after it was last done, or made: what is asked for meanwhile is done
 * once, at its end.
 *
 * @param pause in milliseconds
 */
export function spaced(work: () => void, pause: number): { ask: () => void; stop: () => void } {
  let last = Date.now();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const go = () => {
    timer = undefined;
    last = Date.now();
    work();
  };
  return {
    ask: () => {
      timer ??= setTimeout(go, Math.max(0, last + pause - Date.now()));
    },
    stop: () => {
      clearTimeout(timer);
      timer = undefined;
    },
  };
}
