import { Button, Checkbox, Modal, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CallFailed } from '../api';
import { revealApi } from '../api/reveal';
import { MASK_KINDS, type MaskKind } from '../masks';
import { Failure } from './Failure';
import { PurposeField } from './PurposeField';
import './steward/steward.css';

/**
 * Asks what for before masked fields of a person are read plainly for a while; with the glass to be broken also why, since then a
 * person outside one's scope or clearance is shown, and the auditor is told.
 */
export function RevealDialog(props: { id: string; kinds: MaskKind[]; breakGlass?: boolean; close: () => void }) {
  const { id, breakGlass = false, close } = props;
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [fields, setFields] = useState<MaskKind[]>(props.kinds);
  const [purpose, setPurpose] = useState('');
  const [reason, setReason] = useState('');
  const choose = (said: string, opens?: MaskKind[]) => {
    setPurpose(said);
    if (opens) {
      const opened = fields.filter((kind) => opens.includes(kind));
      setFields(opened.length > 0 ? opened : MASK_KINDS.filter((kind) => opens.includes(kind)));
    }
  };
  const order = useMutation({
    mutationFn: () => revealApi.reveal(id, fields, purpose.trim(), reason.trim()),
    onSuccess: () => {
      for (const key of ['person', 'relations', 'story']) queries.invalidateQueries({ queryKey: [key, id] });
      close();
    },
  });
  const may = fields.length > 0 && purpose.trim() !== '' && (!breakGlass || reason.trim() !== '') && !order.isPending;
  const refused = order.error instanceof CallFailed && (order.error.status === 404 || order.error.status === 403);
  return (
    <Modal
      opened
      onClose={close}
      size="lg"
      title={t(breakGlass ? 'reveal.glassTitle' : 'reveal.title')}
      closeButtonProps={{ 'aria-label': t('reveal.close') }}
    >
      <form
        className="reasonDialog"
        onSubmit={(event) => {
          event.preventDefault();
          if (may) order.mutate();
        }}
      >
        <p className="quiet small" style={{ margin: 0 }}>
          {t(breakGlass ? 'reveal.glassLead' : 'reveal.lead')}
        </p>
        <Checkbox.Group
          label={t('reveal.fields')}
          value={fields}
          onChange={(chosen) => setFields(MASK_KINDS.filter((kind) => chosen.includes(kind)))}
        >
          <div className="revealFields">
            {MASK_KINDS.map((kind) => (
              <Checkbox key={kind} value={kind} label={t(`mask.kind.${kind}`)} />
            ))}
          </div>
        </Checkbox.Group>
        <PurposeField value={purpose} change={choose} focus />
        <Textarea
          label={t(breakGlass ? 'reveal.reason' : 'reveal.reasonIfAny')}
          required={breakGlass}
          autosize
          minRows={2}
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        {refused ? <p role="alert">{t('reveal.refused')}</p> : null}
        {order.error && !refused ? <Failure fault={order.error} /> : null}
        <div className="decideButtons">
          <Button type="submit" disabled={!may} loading={order.isPending} color={breakGlass ? 'red.9' : undefined}>
            {t(breakGlass ? 'reveal.breakGlass' : 'reveal.do')}
          </Button>
          <Button variant="default" onClick={close}>
            {t('reveal.cancel')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
