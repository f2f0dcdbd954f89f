import { Button } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLive } from '../live';

/** Says quietly how many people changed since a list was fetched, and fetches it again when asked. It keeps its place. */
export function NewChanges({ fetchedAt, refresh }: { fetchedAt: number; refresh: () => void }) {
  const { t } = useTranslation();
  const [changed, setChanged] = useState<ReadonlySet<string>>(new Set());
  useLive((event) => {
    if (event.kind === 'person') setChanged((before) => new Set(before).add(event.masterId));
    else if (event.kind === 'missed') setChanged((before) => new Set(before).add(''));
  });
  useEffect(() => setChanged(new Set()), [fetchedAt]);
  return (
    <span role="status" className="newChanges">
      {changed.size > 0 ? (
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconRefresh size={14} aria-hidden />}
          onClick={refresh}
        >
          {t('live.newChanges', { count: changed.size })}
        </Button>
      ) : null}
    </span>
  );
}
