import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { time } from '../format';
import { useMe } from '../session';

/** On paper only, at the foot of every sheet: who printed it and when. */
export function PrintedBy() {
  const { t } = useTranslation();
  const me = useMe();
  const [now, setNow] = useState(() => new Date().toISOString());
  useEffect(() => {
    const begin = () => setNow(new Date().toISOString());
    window.addEventListener('beforeprint', begin);
    return () => window.removeEventListener('beforeprint', begin);
  }, []);
  return <footer className="printedBy">{t('printed.footer', { name: me?.name ?? '', time: time(now) })}</footer>;
}
