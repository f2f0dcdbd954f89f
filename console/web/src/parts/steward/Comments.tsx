import { Button, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { steward, type Task } from '../../api/steward';
import { time } from '../../format';
import { Refused } from './Refused';

/** What was done with the task and said about it, and a line to say more. */
export function Comments({ task }: { task: Task }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [text, setText] = useState('');
  const comment = useMutation({
    mutationFn: () => steward.comment(task.id, text.trim()),
    onSuccess: (now) => {
      setText('');
      queries.setQueryData(['task', task.id], now);
    },
  });
  // That somebody looked at it is told once for each: leases are renewed.
  const told = task.notes.filter(
    (note, at) =>
      note.act !== 'CLAIM' || task.notes.findIndex((one) => one.act === 'CLAIM' && one.author === note.author) === at,
  );
  return (
    <section className="surface section" aria-labelledby="comments" style={{ marginTop: '1.25rem' }}>
      <h2 id="comments">{t('steward.comments.title')}</h2>
      <ol className="notes">
        {told.map((note) => (
          <li key={`${note.at} ${note.act}`}>
            <time dateTime={note.at} className="quiet small">
              {time(note.at)}
            </time>{' '}
            <strong>{note.author}</strong> <span className="quiet">{t(`steward.act.${note.act}`)}</span>
            {note.words ? <span lang="vi">: {note.words}</span> : null}
          </li>
        ))}
      </ol>
      {comment.error ? <Refused fault={comment.error} /> : null}
      <form
        className="commentForm"
        onSubmit={(event) => {
          event.preventDefault();
          if (text.trim() !== '') comment.mutate();
        }}
      >
        <TextInput
          id="comment"
          label={t('steward.comments.label')}
          value={text}
          maxLength={2000}
          onChange={(event) => setText(event.currentTarget.value)}
          onKeyDown={(event) => event.key === 'Escape' && event.currentTarget.blur()}
        />
        <Button type="submit" variant="default" disabled={text.trim() === ''} loading={comment.isPending}>
          {t('steward.comments.send')}
        </Button>
      </form>
    </section>
  );
}
