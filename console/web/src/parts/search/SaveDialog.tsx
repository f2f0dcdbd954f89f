import { Alert, Button, Modal, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CallFailed } from '../../api';
import { type SavedSearch, searchApi } from '../../api/search';
import { filtersOf, type SearchState } from '../../searchState';
import { SAVED } from './Desk';
import './dialogs.css';

/** Asks under which name a search is kept; of one that is kept already, another name, or to forget it. */
export function SaveDialog({
  state,
  kept,
  close,
}: {
  state: SearchState;
  kept: SavedSearch | null;
  close: () => void;
}) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [name, setName] = useState(kept?.name ?? state.q ?? '');
  const done = () => {
    queries.invalidateQueries({ queryKey: SAVED });
    close();
  };
  const save = useMutation({
    mutationFn: () =>
      kept
        ? searchApi.rename(kept.id, name.trim())
        : searchApi.save(name.trim(), { ...(state.q ? { q: [state.q] } : {}), ...filtersOf(state) }),
    onSuccess: done,
  });
  const forget = useMutation({ mutationFn: (id: number) => searchApi.forget(id), onSuccess: done });
  const fault = save.error ?? forget.error;

  function submit(event: FormEvent) {
    event.preventDefault();
    if (name.trim() !== '') save.mutate();
  }

  return (
    <Modal
      opened
      onClose={close}
      title={t(kept ? 'deskDialog.renameTitle' : 'deskDialog.saveTitle')}
      closeButtonProps={{ 'aria-label': t('deskDialog.close') }}
    >
      <form onSubmit={submit}>
        <TextInput
          data-autofocus
          label={t('deskDialog.name')}
          value={name}
          maxLength={100}
          required
          onChange={(event) => setName(event.currentTarget.value)}
        />
        {fault ? (
          <Alert color="red" variant="light" mt="sm" role="alert">
            {t(fault instanceof CallFailed && fault.status === 409 ? 'deskDialog.nameTaken' : 'deskDialog.notDone')}
          </Alert>
        ) : null}
        <div className="dialogButtons">
          {kept ? (
            <Button
              variant="subtle"
              color="red"
              loading={forget.isPending}
              onClick={() => forget.mutate(kept.id)}
              style={{ marginRight: 'auto' }}
            >
              {t('deskDialog.forget')}
            </Button>
          ) : null}
          <Button variant="default" onClick={close}>
            {t('deskDialog.cancel')}
          </Button>
          <Button type="submit" loading={save.isPending} disabled={name.trim() === ''}>
            {t('deskDialog.keep')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
