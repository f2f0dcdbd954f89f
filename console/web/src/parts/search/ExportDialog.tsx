import { Alert, Button, Group, Modal, Progress, Radio, Textarea } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CallFailed } from '../../api';
import { type Export, type ExportFormat, searchApi } from '../../api/search';
import { count, time } from '../../format';
import { filtersOf, type SearchState } from '../../searchState';
import { Empty } from '../Empty';
import { Failure } from '../Failure';
import { Loading } from '../Loading';
import './dialogs.css';

const EXPORTS = ['exports'];
const LOOK_AGAIN = 700;
const SHOWN = 5;

/** Asks for a file of what is found, says what it is for, shows how far it is and gives it. */
export function ExportDialog({ state, total, close }: { state: SearchState; total: number; close: () => void }) {
  const { t, i18n } = useTranslation();
  const queries = useQueryClient();
  const [format, setFormat] = useState<ExportFormat>('XLSX');
  const [purpose, setPurpose] = useState('');
  const jobs = useQuery({
    queryKey: EXPORTS,
    queryFn: ({ signal }) => searchApi.exports(signal),
    refetchInterval: (query) => (query.state.data?.items.some(isUnderWay) ? LOOK_AGAIN : false),
    staleTime: 0,
  });
  const ask = useMutation({
    mutationFn: () => searchApi.export(state.q ?? '', filtersOf(state), format, purpose.trim()),
    onSuccess: () => queries.invalidateQueries({ queryKey: EXPORTS }),
  });
  const most = jobs.data?.most;

  function submit(event: FormEvent) {
    event.preventDefault();
    if (purpose.trim() !== '') ask.mutate();
  }

  return (
    <Modal
      opened
      onClose={close}
      size="lg"
      title={t('deskDialog.exportTitle')}
      closeButtonProps={{ 'aria-label': t('deskDialog.close') }}
    >
      <form onSubmit={submit}>
        <p className="quiet small" style={{ margin: '0 0 0.75rem' }}>
          {t('deskDialog.exportWhat', { count: total, formatted: count(total, i18n.language) })}{' '}
          {most ? t('deskDialog.exportLimit', { most: count(most, i18n.language) }) : null}
        </p>
        {most && total > most ? (
          <Alert color="yellow" variant="light" mb="sm">
            {t('deskDialog.exportTooMany', { most: count(most, i18n.language) })}
          </Alert>
        ) : null}
        <Radio.Group
          label={t('deskDialog.format')}
          value={format}
          onChange={(value) => setFormat(value === 'CSV' ? 'CSV' : 'XLSX')}
        >
          <Group gap="lg" mt={4}>
            <Radio value="XLSX" label={t('deskDialog.formats.XLSX')} />
            <Radio value="CSV" label={t('deskDialog.formats.CSV')} />
          </Group>
        </Radio.Group>
        <Textarea
          data-autofocus
          mt="sm"
          label={t('deskDialog.purpose')}
          description={t('deskDialog.purposeHint')}
          autosize={false}
          rows={2}
          required
          maxLength={500}
          value={purpose}
          onChange={(event) => setPurpose(event.currentTarget.value)}
        />
        {ask.error ? (
          <Alert color="red" variant="light" mt="sm" role="alert">
            {t(
              ask.error instanceof CallFailed && ask.error.status === 409
                ? 'deskDialog.tooManyExports'
                : 'deskDialog.notDone',
            )}
          </Alert>
        ) : null}
        <div className="dialogButtons">
          <Button variant="default" onClick={close}>
            {t('deskDialog.close')}
          </Button>
          <Button type="submit" loading={ask.isPending} disabled={purpose.trim() === ''}>
            {t('deskDialog.export')}
          </Button>
        </div>
      </form>
      <section aria-labelledby="own-exports">
        <h3 id="own-exports" className="facetTitle" style={{ marginTop: '1.25rem' }}>
          {t('deskDialog.ownExports')}
        </h3>
        {jobs.error ? <Failure fault={jobs.error} retry={() => jobs.refetch()} /> : null}
        {jobs.isPending ? <Loading rows={1} /> : null}
        {jobs.data?.items.length === 0 ? <Empty title={t('deskDialog.noExports')} /> : null}
        {jobs.data && jobs.data.items.length > 0 ? (
          <ul className="plainList">
            {jobs.data.items.slice(0, SHOWN).map((job) => (
              <li key={job.id} className="exportJob">
                <Job job={job} />
              </li>
            ))}
          </ul>
        ) : null}
      </section>
    </Modal>
  );
}

function isUnderWay(job: Export): boolean {
  return job.state === 'WAITING' || job.state === 'RUNNING';
}

function Job({ job }: { job: Export }) {
  const { t, i18n } = useTranslation();
  const queries = useQueryClient();
  const cancel = useMutation({
    mutationFn: () => searchApi.cancelExport(job.id),
    onSettled: () => queries.invalidateQueries({ queryKey: EXPORTS }),
  });
  const wanted = job.total === null ? null : Math.min(job.total, job.most);
  const percent = wanted ? Math.round((job.written / wanted) * 100) : 0;
  return (
    <>
      <div className="exportLine">
        <span>
          <strong>{job.format}</strong> · {job.purpose}
        </span>
        {job.state === 'READY' ? (
          <Button component="a" href={searchApi.exportFile(job.id)} download size="compact-sm" variant="light">
            {t('deskDialog.fetch')}
          </Button>
        ) : isUnderWay(job) ? (
          <Button
            size="compact-sm"
            variant="subtle"
            color="gray"
            loading={cancel.isPending}
            onClick={() => cancel.mutate()}
          >
            {t('deskDialog.cancelExport')}
          </Button>
        ) : null}
      </div>
      {isUnderWay(job) ? (
        <Progress value={percent} size="sm" mt={6} aria-label={t('deskDialog.progress', { percent })} />
      ) : null}
      <span className="quiet small" role="status">
        {[
          t(`deskDialog.state.${job.state}`),
          t('deskDialog.written', { count: job.written, formatted: count(job.written, i18n.language) }),
          job.truncated ? t('deskDialog.truncated') : '',
          job.state === 'READY' && job.expiresAt
            ? t('deskDialog.until', { time: time(job.expiresAt) })
            : time(job.askedAt),
        ]
          .filter((part) => part !== '')
          .join(' · ')}
      </span>
    </>
  );
}
