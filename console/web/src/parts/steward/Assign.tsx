import { Button, Modal, TextInput } from '@mantine/core';
import { IconUserShare } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { steward, type Task } from '../../api/steward';

/** Gives a task to somebody: those whom it suits are offered. */
export function Assign({ task, refused }: { task: Task; refused: (fault: unknown) => void }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [opened, setOpened] = useState(false);
  const [to, setTo] = useState(task.suggestedFor[0] ?? '');
  const [reason, setReason] = useState('');
  const assign = useMutation({
    mutationFn: () => steward.assign(task.id, to.trim(), reason.trim()),
    onSuccess: (now) => queries.setQueryData(['task', task.id], now),
    onError: refused,
    onSettled: () => setOpened(false),
  });
  return (
    <>
      <Button
        variant="subtle"
        color="gray"
        size="compact-sm"
        leftSection={<IconUserShare size={16} aria-hidden />}
        onClick={() => setOpened(true)}
      >
        {t('steward.assign.open')}
      </Button>
      <Modal
        opened={opened}
        onClose={() => setOpened(false)}
        title={t('steward.assign.title')}
        closeButtonProps={{ 'aria-label': t('steward.keys.close') }}
      >
        <form
          onSubmit={(event) => {
            event.preventDefault();
            assign.mutate();
          }}
        >
          <TextInput
            data-autofocus
            label={t('steward.assign.to')}
            description={
              task.suggestedFor.length > 0
                ? t('steward.assign.suggested', { names: task.suggestedFor.join(', ') })
                : t('steward.assign.nobody')
            }
            value={to}
            onChange={(event) => setTo(event.currentTarget.value)}
          />
          <TextInput
            mt="sm"
            required
            label={t('steward.reason.label')}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <Button type="submit" mt="md" loading={assign.isPending} disabled={reason.trim() === ''}>
            {t('steward.assign.do')}
          </Button>
        </form>
      </Modal>
    </>
  );
}
