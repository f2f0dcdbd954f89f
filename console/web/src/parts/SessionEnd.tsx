import { Alert, Button, Group } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { get, SESSION_ENDED } from '../api';
import { allWords } from '../texts';

interface Left {
  /** Null for whoever has no session. */
  secondsLeft: number | null;
  secondsLeftInAll: number | null;
  warnSeconds: number;
}

/** Asking how long is left is nothing that a hand does: it does not make the session last. */
const left = () => get<Left>('/api/v1/session');

/** What the service allows for `setTimeout`, and often enough to hear of another window's doings. */
const LONGEST = 10 * 60;

/** Says before a session ends that it will, while something can still be done about it. */
export default function SessionEnd() {
  const { t } = useTranslation();
  const [ends, setEnds] = useState<Left | null>(null);
  const [words, setWords] = useState(false);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let closed = false;
    async function look() {
      const now = await left().catch(() => null);
      if (closed) return;
      const seconds = now?.secondsLeft ?? null;
      if (now === null || seconds === null) return;
      const near = seconds <= now.warnSeconds;
      if (near) await allWords().then(() => setWords(true));
      setEnds(near ? now : null);
      // Near the end another window may yet have done something; at the end the service says so.
      timer = setTimeout(look, Math.min(near ? 5 : seconds - now.warnSeconds, LONGEST) * 1000);
    }
    look();
    return () => {
      closed = true;
      clearTimeout(timer);
    };
  }, []);

  useEffect(() => {
    const ended = () => setEnds(null);
    window.addEventListener(SESSION_ENDED, ended);
    return () => window.removeEventListener(SESSION_ENDED, ended);
  }, []);

  if (ends === null || !words) return null;
  const atDaysEnd = ends.secondsLeftInAll !== null && ends.secondsLeftInAll <= ends.warnSeconds;
  return (
    <Alert role="alert" color="yellow" style={{ position: 'fixed', insetInline: '1rem', bottom: '1rem', zIndex: 300 }}>
      <Group justify="space-between">
        {t(atDaysEnd ? 'session.endsInAll' : 'session.ends', {
          minutes: Math.max(1, Math.ceil((ends.secondsLeft ?? 0) / 60)),
        })}
        {atDaysEnd ? null : (
          <Button size="xs" onClick={() => get('/api/v1/me').then(() => setEnds(null))}>
            {t('session.stay')}
          </Button>
        )}
      </Group>
    </Alert>
  );
}
