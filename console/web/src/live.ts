/**
 * What changes while a page is open, told by the service (server-sent events). All windows of a browser share one stream:
 * browsers open no more than six connections to a host, and each stream takes one for good.
 */
import { useEffect, useRef } from 'react';
import { api } from './api';
import { useMay } from './session';

export type LiveEvent =
  | { kind: 'person'; masterId: string; change: string }
  /** Tasks or decisions changed. */
  | { kind: 'stewardship' }
  /** Unusual reading was put on record: told to auditors. */
  | { kind: 'alert' }
  /** More changed than is told one by one: whatever is shown may be old. */
  | { kind: 'missed' };

type Hear = (event: LiveEvent) => void;

const ADDRESS = '/api/v1/live';
const NAME = 'uhr-live';
/** A stream outlives the page that wanted it for so long, in milliseconds: the next page mostly wants it too. */
const LINGER = 5_000;
const FIRST_RETRY = 5_000;
const LAST_RETRY = 60_000;

const hearers = new Set<Hear>();
let stop: (() => void) | null = null;
let lingering: ReturnType<typeof setTimeout> | undefined;

function tell(event: LiveEvent) {
  for (const hear of [...hearers]) hear(event);
}

/** Hears of changes until the answer is called. */
export function listen(hear: Hear): () => void {
  clearTimeout(lingering);
  hearers.add(hear);
  stop ??= start();
  return () => {
    hearers.delete(hear);
    if (hearers.size > 0) return;
    lingering = setTimeout(() => {
      stop?.();
      stop = null;
    }, LINGER);
  };
}

/** One window of the browser has the stream, the others hear from it; when it closes, another takes over. */
function start(): () => void {
  const channel = new BroadcastChannel(NAME);
  channel.onmessage = (message) => tell(message.data as LiveEvent);
  const pass = (event: LiveEvent) => {
    tell(event);
    channel.postMessage(event);
  };
  const ended = new AbortController();
  const hold = () => new Promise<void>((release) => ended.signal.addEventListener('abort', () => release()));
  const open = () => {
    follow(pass, ended.signal);
    return hold();
  };
  // Where a browser has no locks (a page that did not come by TLS), each window has its own stream.
  if (navigator.locks) navigator.locks.request(NAME, { signal: ended.signal }, open).catch(() => undefined);
  else open();
  return () => {
    ended.abort();
    channel.close();
  };
}

/** Keeps a stream open. A lost line is taken up again by the browser, from where it broke off; a refused one by us. */
function follow(pass: Hear, ended: AbortSignal) {
  let retry = FIRST_RETRY;
  const open = () => {
    if (ended.aborted) return;
    const stream = new EventSource(ADDRESS);
    const close = () => stream.close();
    ended.addEventListener('abort', close);
    stream.addEventListener('standing', () => {
      retry = FIRST_RETRY;
    });
    stream.addEventListener('person', (event) => {
      const { masterId, kind } = JSON.parse((event as MessageEvent<string>).data);
      pass({ kind: 'person', masterId, change: kind });
    });
    stream.addEventListener('stewardship', () => pass({ kind: 'stewardship' }));
    stream.addEventListener('alert', () => pass({ kind: 'alert' }));
    stream.addEventListener('replaced', () => {
      close();
      ended.removeEventListener('abort', close);
      setTimeout(again, LAST_RETRY);
    });
    stream.addEventListener('missed', () => pass({ kind: 'missed' }));
    stream.onerror = () => {
      if (stream.readyState !== EventSource.CLOSED) return;
      ended.removeEventListener('abort', close);
      setTimeout(again, retry);
      retry = Math.min(retry * 2, LAST_RETRY);
    };
  };
  const again = async () => {
    if (ended.aborted) return;
    // A session that ended is noticed here, and leads to the login.
    const known = await api.me().then(
      () => true,
      () => false,
    );
    if (known) pass({ kind: 'missed' });
    open();
  };
  open();
}

/** Hears of changes as long as the component is shown, if the account may. */
export function useLive(hear: Hear) {
  const may = useMay('GET /api/v1/live');
  const latest = useRef(hear);
  latest.current = hear;
  useEffect(() => (may ? listen((event) => latest.current(event)) : undefined), [may]);
}
