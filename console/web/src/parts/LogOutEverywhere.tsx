import { Menu } from '@mantine/core';
import { IconLogout2 } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { sendJson } from '../api';
import { allWords } from '../texts';

/** Ends every session of one's own account, wherever it is open. */
export default function LogOutEverywhere() {
  const { t } = useTranslation();
  const [there, setThere] = useState(false);
  useEffect(() => {
    allWords().then(() => setThere(true));
  }, []);
  if (!there) return null;

  async function leave() {
    await sendJson('POST', '/api/v1/session/end-all', undefined);
    window.location.assign('/login');
  }

  return (
    <Menu.Item leftSection={<IconLogout2 size={16} aria-hidden />} onClick={leave}>
      {t('session.logoutEverywhere')}
    </Menu.Item>
  );
}
