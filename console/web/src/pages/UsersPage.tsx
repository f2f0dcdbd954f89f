import { Button, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { sendJson } from '../api';
import { type Account, type Role, type Scope, users } from '../api/audit';
import { sortedBy } from '../collation';
import '../tables.css';
import { RIGHTS } from '../api/rights';
import { time } from '../format';
import { MASK_KINDS } from '../masks';
import { Empty } from '../parts/Empty';
import { Failure } from '../parts/Failure';
import { Loading } from '../parts/Loading';
import { PageTitle } from '../parts/PageTitle';
import { useMay } from '../session';

/** Callers, children, victims. */
const LABELS = 3;

/** Who may see what, as the service reads it; it changes nothing. */
export function UsersPage() {
  const { t } = useTranslation();
  const asked = useQuery({ queryKey: ['users'], queryFn: ({ signal }) => users(signal) });
  return (
    <>
      <PageTitle title={t('users.title')} />
      <p className="quiet" style={{ margin: '0 0 1.25rem' }}>
        {t('users.lead')}
      </p>
      <OpenRights />
      {asked.error ? <Failure fault={asked.error} retry={() => asked.refetch()} /> : null}
      {asked.isPending ? <Loading rows={8} /> : null}
      {asked.data ? (
        <>
          <Roles roles={asked.data.roles} />
          <Accounts accounts={asked.data.accounts} />
        </>
      ) : null}
    </>
  );
}

/** The way to the rights of one person for who is shown no person's page. */
function OpenRights() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [id, setId] = useState('');
  if (!useMay(RIGHTS.erase)) return null;
  return (
    <form
      className="surface section"
      style={{ marginBottom: '1.5rem' }}
      onSubmit={(event) => {
        event.preventDefault();
        if (id.trim() !== '') navigate({ to: '/people/$id/rights', params: { id: id.trim() } as never });
      }}
    >
      <h2 style={{ fontSize: '1rem' }}>{t('rights.title')}</h2>
      <TextInput label={t('rights.openId')} value={id} onChange={(event) => setId(event.currentTarget.value)} mb="xs" />
      <Button type="submit" variant="default" disabled={id.trim() === ''}>
        {t('rights.go')}
      </Button>
    </form>
  );
}

function Roles({ roles }: { roles: Role[] }) {
  const { t } = useTranslation();
  return (
    <section aria-labelledby="roles" style={{ marginBottom: '1.5rem' }}>
      <h2 id="roles" style={{ fontSize: '1rem' }}>
        {t('users.roles')}
      </h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reached by keyboard */}
      <section className="surface scroller" tabIndex={0} aria-labelledby="roles">
        <table className="dataTable wraps">
          <thead>
            <tr>
              <th scope="col">{t('users.role')}</th>
              <ScopeHeadings />
              <th scope="col">{t('mask.plain')}</th>
              <th scope="col">{t('users.calls')}</th>
            </tr>
          </thead>
          <tbody>
            {sortedBy(roles, (role) => t(`users.roleName.${role.name}`, { defaultValue: role.name })).map((role) => (
              <tr key={role.name}>
                <th scope="row">
                  <RoleName name={role.name} />
                </th>
                <ScopeCells scope={role.scope} ownCentres={role.ownCentres} ownProvinces={role.ownProvinces} />
                <td data-label={t('mask.plain')}>
                  <Plain role={role} />
                </td>
                <td data-label={t('users.calls')}>
                  <details>
                    <summary style={{ whiteSpace: 'nowrap' }}>
                      {t('users.callCount', { number: role.calls.length })}
                    </summary>
                    <ul className="plainList">
                      {role.calls.map((call) => (
                        <li key={call}>
                          <code className="small">{call}</code>
                        </li>
                      ))}
                    </ul>
                  </details>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}

/** Which fields a role reads plainly; of which people, where it is not of all. */
function Plain({ role }: { role: Role }) {
  const { t } = useTranslation();
  const kinds = MASK_KINDS.filter((kind) => role.plain[kind]);
  return (
    <ul className="plainList small">
      {kinds.length === 0 ? <li className="quiet">{t('mask.plainNothing')}</li> : null}
      {kinds.map((kind) => {
        const labels = role.plain[kind] ?? [];
        const some = labels.length < LABELS ? `: ${labels.map((label) => t(`users.label.${label}`)).join(', ')}` : '';
        return (
          <li key={kind}>
            {t(`mask.kind.${kind}`)}
            {some}
          </li>
        );
      })}
      {role.breakGlass ? <li className="quiet">{t('mask.mayBreakGlass')}</li> : null}
    </ul>
  );
}

/** Ends every session and token of an account: of who left, or whose password is known to others. */
function EndSessions({ name }: { name: string }) {
  const { t } = useTranslation();
  const allowed = useMay('POST /api/v1/users/{name}/end-sessions');
  const end = useMutation({
    mutationFn: () => sendJson('POST', `/api/v1/users/${encodeURIComponent(name)}/end-sessions`, undefined),
  });
  if (!allowed) return null;
  return (
    <Button
      size="compact-sm"
      variant="subtle"
      loading={end.isPending}
      disabled={end.isSuccess}
      onClick={() => end.mutate()}
      aria-label={`${t('session.endOf')}: ${name}`}
    >
      {end.isSuccess ? t('session.ended') : t('session.endOf')}
    </Button>
  );
}

function Accounts({ accounts }: { accounts: Account[] }) {
  const { t } = useTranslation();
  if (accounts.length === 0) return <Empty title={t('users.noAccounts')} />;
  return (
    <section aria-labelledby="accounts">
      <h2 id="accounts" style={{ fontSize: '1rem' }}>
        {t('users.accounts')}
      </h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reached by keyboard */}
      <section className="surface scroller" tabIndex={0} aria-labelledby="accounts">
        <table className="dataTable wraps">
          <thead>
            <tr>
              <th scope="col">{t('users.account')}</th>
              <th scope="col">{t('users.role')}</th>
              <ScopeHeadings />
              <th scope="col">{t('users.clearance')}</th>
              <th scope="col">{t('users.lastSeen')}</th>
            </tr>
          </thead>
          <tbody>
            {accounts.map((account) => (
              <tr key={account.name}>
                <th scope="row">
                  {account.name}
                  <EndSessions name={account.name} />
                </th>
                <td data-label={t('users.role')}>
                  {account.roles.length === 0
                    ? '–'
                    : account.roles.map((role, at) => (
                        <span key={role}>
                          {at > 0 ? ', ' : ''}
                          <RoleName name={role} />
                        </span>
                      ))}
                </td>
                <ScopeCells scope={account.scope} />
                <td data-label={t('users.clearance')}>
                  {words(account.clearance.map((label) => t(`users.label.${label}`)))}
                </td>
                <td className="keep" data-label={t('users.lastSeen')}>
                  {account.lastSeen ? time(account.lastSeen) : t('users.never')}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}

function RoleName({ name }: { name: string }) {
  const { t, i18n } = useTranslation();
  const key = `users.roleName.${name}`;
  return <>{i18n.exists(key) ? t(key) : name}</>;
}

interface ScopeOf {
  scope: Scope;
  ownCentres?: boolean;
  ownProvinces?: boolean;
}

function ScopeHeadings() {
  const { t } = useTranslation();
  return (
    <>
      <th scope="col">{t('users.sources')}</th>
      <th scope="col">{t('users.centres')}</th>
      <th scope="col">{t('users.provinces')}</th>
      <th scope="col">{t('users.labels')}</th>
    </>
  );
}

function ScopeCells({ scope, ownCentres = false, ownProvinces = false }: ScopeOf) {
  const { t } = useTranslation();
  const centres = scope.centres === null ? t('users.everyCentre') : words(scope.centres.map((c) => t(`centre.${c}`)));
  const provinces = scope.provinces === null ? t('users.everyCentre') : words(scope.provinces);
  return (
    <>
      <td data-label={t('users.sources')}>{words(scope.sources.map((source) => t(`source.${source}`)))}</td>
      <td data-label={t('users.centres')}>{ownCentres ? t('users.ownCentres') : centres}</td>
      <td data-label={t('users.provinces')}>{ownProvinces ? t('users.ownProvinces') : provinces}</td>
      <td data-label={t('users.labels')}>{words(scope.labels.map((label) => t(`users.label.${label}`)))}</td>
    </>
  );
}

function words(all: string[]): string {
  return all.length === 0 ? '–' : all.join(', ');
}
