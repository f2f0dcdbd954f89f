import { ActionIcon, Menu } from '@mantine/core';
import { IconActivityHeartbeat, IconLogout, IconSearch, IconUserCircle } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { Link, Outlet } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api } from '../api';
import { useMe } from '../session';
import { Preferences } from './Preferences';

/** The frame of every page behind the login: brand, navigation, language, appearance, account. */
export function Shell() {
  const { t } = useTranslation();
  const me = useMe();
  const queries = useQueryClient();

  async function leave() {
    await api.logout();
    queries.clear();
    window.location.assign('/login');
  }

  return (
    <>
      <a className="skip" href="#content">
        {t('skipToContent')}
      </a>
      <header className="header">
        <div className="headerRow">
          <Link to="/" className="brand">
            <img src="/favicon.svg" width="26" height="26" alt="" />
            <span className="wideOnly">{t('product')}</span>
            <span className="narrowOnly">{t('productShort')}</span>
          </Link>
          <nav className="nav" aria-label={t('navigation')}>
            {me?.maySearch ? (
              <Link to="/" activeOptions={{ exact: true, includeSearch: false }}>
                <IconSearch size={16} aria-hidden />
                {t('search.nav')}
              </Link>
            ) : null}
            {me?.maySeePipeline ? (
              <Link to="/pipeline">
                <IconActivityHeartbeat size={16} aria-hidden />
                {t('pipeline.nav')}
              </Link>
            ) : null}
          </nav>
          <Preferences />
          {me ? (
            <Menu position="bottom-end" withinPortal>
              <Menu.Target>
                <ActionIcon variant="subtle" color="gray" size="lg" aria-label={t('account', { name: me.name })}>
                  <IconUserCircle size={20} aria-hidden />
                </ActionIcon>
              </Menu.Target>
              <Menu.Dropdown>
                <Menu.Label>{me.name}</Menu.Label>
                <Menu.Item leftSection={<IconLogout size={16} aria-hidden />} onClick={leave}>
                  {t('logout')}
                </Menu.Item>
              </Menu.Dropdown>
            </Menu>
          ) : null}
        </div>
      </header>
      <main id="content" className="page" tabIndex={-1}>
        <Outlet />
      </main>
    </>
  );
}
