import { ActionIcon, Menu } from '@mantine/core';
import { IconLogout, IconMenu2, IconUserCircle } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { Link, Outlet, useRouterState } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api';
import { useLiveCounts } from '../liveCounts';
import { entriesFor } from '../navigation';
import { useMe } from '../session';
import { NewChanges } from './NewChanges';
import { Preferences } from './Preferences';

const SessionEnd = lazy(() => import('./SessionEnd'));
const LogOutEverywhere = lazy(() => import('./LogOutEverywhere'));

/** As many ways as fit beside the brand on a small screen; more are put into a menu there. */
const FEW = 3;

/** The frame of every page behind the login: brand, navigation, language, appearance, account. */
export function Shell() {
  const { t } = useTranslation();
  const main = useFocusOnNewPage();
  useLiveCounts();
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
          <Navigation />
          <NewChanges />
          <Preferences />
          <Account />
        </div>
      </header>
      <main id="content" className="page" tabIndex={-1} ref={main}>
        <Outlet />
      </main>
      <Suspense>
        <SessionEnd />
      </Suspense>
    </>
  );
}

function Navigation() {
  const { t } = useTranslation();
  const entries = entriesFor(useMe());
  return (
    <>
      <nav className="nav" aria-label={t('navigation')} data-many={entries.length > FEW}>
        {entries.map(({ to, text, icon: Icon }) => (
          <Link key={to} to={to} activeOptions={{ exact: to === '/', includeSearch: false }}>
            <Icon size={16} aria-hidden />
            {t(text)}
          </Link>
        ))}
      </nav>
      {entries.length > FEW ? (
        <div className="menuOfPages">
          <Menu position="bottom-end" withinPortal>
            <Menu.Target>
              <ActionIcon variant="subtle" color="gray" size="lg" aria-label={t('navigate.menu')}>
                <IconMenu2 size={20} aria-hidden />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              {entries.map(({ to, text, icon: Icon }) => (
                <Menu.Item
                  key={to}
                  leftSection={<Icon size={16} aria-hidden />}
                  renderRoot={(props) => (
                    <Link {...props} to={to} activeOptions={{ exact: to === '/', includeSearch: false }} />
                  )}
                >
                  {t(text)}
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
        </div>
      ) : null}
    </>
  );
}

function Account() {
  const { t } = useTranslation();
  const me = useMe();
  const queries = useQueryClient();

  async function leave() {
    await api.logout();
    queries.clear();
    window.location.assign('/login');
  }

  if (!me) return null;
  return (
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
        <Suspense>
          <LogOutEverywhere />
        </Suspense>
      </Menu.Dropdown>
    </Menu>
  );
}

/** Moves the focus to the heading of a page that was led to, unless something in the page has taken it. */
function useFocusOnNewPage() {
  const main = useRef<HTMLElement>(null);
  const path = useRouterState({ select: (state) => state.resolvedLocation?.pathname });
  const before = useRef(path);
  useEffect(() => {
    const first = before.current === undefined;
    if (path === before.current) return;
    before.current = path;
    if (first || !main.current || main.current.contains(document.activeElement)) return;
    (main.current.querySelector('h1') ?? main.current).focus({ preventScroll: true });
  }, [path]);
  return main;
}
