import { Checkbox } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { steward, type Task } from '../../api/steward';
import { Failure } from '../Failure';

/** Other tasks of the same evidence, level by level, that the same answer could settle: each is chosen by the reader, none by us. */
export function Alike({ task, chosen, choose }: { task: Task; chosen: Task[]; choose: (tasks: Task[]) => void }) {
  const { t } = useTranslation();
  const alike = useQuery({
    queryKey: ['alike', task.id, task.version],
    queryFn: ({ signal }) => steward.alike(task.id, signal),
    staleTime: 30_000,
  });
  if (alike.error) return <Failure fault={alike.error} retry={() => alike.refetch()} />;
  const found = alike.data ?? [];
  if (found.length === 0) return <p className="quiet small">{t(alike.data ? 'steward.alike.none' : 'loading')}</p>;
  const names = (one: Task) => one.records.map((record) => record.person.names[0]?.display ?? t('search.noName'));
  return (
    <details className="alike">
      <summary>{t('steward.alike.offer', { count: found.length })}</summary>
      <p className="quiet small">{t('steward.alike.hint')}</p>
      <Checkbox
        size="sm"
        mb={6}
        label={t('steward.alike.all')}
        checked={chosen.length === found.length}
        indeterminate={chosen.length > 0 && chosen.length < found.length}
        onChange={(event) => choose(event.currentTarget.checked ? found : [])}
      />
      {found.map((one) => (
        <Checkbox
          key={one.id}
          size="sm"
          lang="vi"
          label={names(one).join(' — ')}
          checked={chosen.includes(one)}
          onChange={(event) =>
            choose(event.currentTarget.checked ? [...chosen, one] : chosen.filter((other) => other !== one))
          }
        />
      ))}
    </details>
  );
}
