import { Button, Modal, Textarea } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Ruling, steward } from '../../api/steward';
import { offered } from '../../steward/reasons';
import { EffectOf } from './Effect';
import { Refused } from './Refused';

interface Props<T> {
  title: string;
  /** The words of the button that does it. */
  act: string;
  close: () => void;
  /** What is picked before the reason, if anything. */
  children?: React.ReactNode;
  /** Whether all that is needed was picked; without it nothing can be done. */
  ready?: boolean;
  /** Tells a preview from another; with {@link preview}. */
  about?: unknown[];
  preview?: () => Promise<Ruling>;
  submit: (reason: string) => Promise<T>;
  done: (answer: T) => void;
  danger?: boolean;
  usual?: string[];
  wide?: boolean;
}

/** Asks for a reason, shows what would change, and does it: the same for every decision. */
export function ReasonDialog<T>(props: Props<T>) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const ready = props.ready ?? true;
  const reasons = useQuery({
    queryKey: ['reasons'],
    queryFn: ({ signal }) => steward.reasons(signal),
    staleTime: 60_000,
    retry: false,
  });
  const preview = useQuery({
    queryKey: ['preview', ...(props.about ?? [])],
    queryFn: () => (props.preview as () => Promise<Ruling>)(),
    enabled: ready && props.preview !== undefined,
    gcTime: 0,
    retry: false,
  });
  const order = useMutation({ mutationFn: () => props.submit(reason.trim()), onSuccess: props.done });
  const may = ready && reason.trim() !== '' && !order.isPending;
  return (
    <Modal
      opened
      onClose={props.close}
      title={props.title}
      size={props.wide ? 'xl' : 'lg'}
      closeButtonProps={{ 'aria-label': t('steward.keys.close') }}
    >
      <form
        className="reasonDialog"
        onSubmit={(event) => {
          event.preventDefault();
          if (may) order.mutate();
        }}
      >
        {props.children}
        {props.preview && ready ? (
          <div aria-live="polite">
            <strong className="small">{t('steward.effect.title')}</strong>
            {preview.isPending ? <p className="quiet small">{t('loading')}</p> : null}
            {preview.error ? <Refused fault={preview.error} /> : null}
            {preview.data ? <EffectOf ruling={preview.data} /> : null}
          </div>
        ) : null}
        <Textarea
          data-autofocus={props.children ? undefined : true}
          label={t('steward.reason.label')}
          required
          autosize
          minRows={2}
          maxLength={2000}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing) {
              event.preventDefault();
              if (may) order.mutate();
            }
          }}
        />
        <div className="offers">
          {offered('', reasons.data ?? [], props.usual ?? []).map((one) => (
            <button key={one} type="button" className="chip" onClick={() => setReason(one)}>
              {one}
            </button>
          ))}
        </div>
        {order.error ? <Refused fault={order.error} /> : null}
        <div className="decideButtons">
          <Button type="submit" disabled={!may} loading={order.isPending} color={props.danger ? 'red.9' : undefined}>
            {props.act}
          </Button>
          <Button variant="default" onClick={props.close}>
            {t('steward.decide.cancel')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
