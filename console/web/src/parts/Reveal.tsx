import { Alert, Button } from '@mantine/core';
import { IconEye, IconLockOpen } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Person } from '../api';
import { REVEAL, revealApi } from '../api/reveal';
import { time } from '../format';
import { MASK_KINDS, type MaskKind } from '../masks';
import { useMay } from '../session';
import { RevealContext } from './MaskedValue';

const RevealDialog = lazy(async () => ({ default: (await import('./RevealDialog')).RevealDialog }));

/** Lets the masks within be revealed by whoever may, and says what is revealed and until when. */
export function Revealing({ person, children }: { person: Person; children: React.ReactNode }) {
  const may = useMay(REVEAL);
  const [asked, setAsked] = useState<MaskKind | null>(null);
  return (
    <RevealContext value={may ? setAsked : null}>
      {person.revealed ? <RevealedBanner person={person} /> : null}
      {children}
      {asked ? (
        <Suspense fallback={null}>
          <RevealDialog id={person.masterId} kinds={[asked]} close={() => setAsked(null)} />
        </Suspense>
      ) : null}
    </RevealContext>
  );
}

function RevealedBanner({ person }: { person: Person }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const end = useMutation({
    mutationFn: () => revealApi.end(person.masterId),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['person', person.masterId] }),
  });
  if (!person.revealed) return null;
  const { fields, breakGlass, until } = person.revealed;
  return (
    <Alert
      role="status"
      color={breakGlass ? 'red' : 'yellow'}
      variant="light"
      mb="md"
      icon={<IconEye aria-hidden />}
      title={t(breakGlass ? 'reveal.glassBroken' : 'reveal.revealed', { time: time(until).slice(11) })}
    >
      {fields.map((kind) => t(`mask.kind.${kind}`)).join(', ')}{' '}
      <Button
        className="noPrint"
        size="compact-sm"
        variant="default"
        loading={end.isPending}
        onClick={() => end.mutate()}
      >
        {t('reveal.hide')}
      </Button>
    </Alert>
  );
}

/** Beside the word that somebody is not shown: the way to see them all the same. */
export function BreakGlass({ id }: { id: string }) {
  const { t } = useTranslation();
  const may = useMay(REVEAL);
  const [open, setOpen] = useState(false);
  if (!may) return null;
  return (
    <div style={{ marginTop: '1rem' }}>
      <Button
        variant="default"
        leftSection={<IconLockOpen size={16} aria-hidden />}
        onClick={() => setOpen(true)}
        aria-haspopup="dialog"
      >
        {t('reveal.breakGlass')}
      </Button>
      {open ? (
        <Suspense fallback={null}>
          <RevealDialog id={id} kinds={[...MASK_KINDS]} breakGlass close={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </div>
  );
}
