import { Alert, Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { type FormEvent, lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, CallFailed } from '../api';
import { ownPage } from '../login';
import { Failure } from '../parts/Failure';
import { PageTitle } from '../parts/PageTitle';
import { Preferences } from '../parts/Preferences';
import { ME } from '../session';

const LoginProblem = lazy(() => import('../parts/LoginProblem'));

export function LoginPage() {
  const { t } = useTranslation();
  const { ended, problem } = useSearch({ from: '/login' });
  const options = useQuery({ queryKey: ['login-options'], queryFn: api.loginOptions });
  return (
    <div className="loginPage">
      <div style={{ display: 'flex', justifyContent: 'flex-end', padding: '0.75rem' }}>
        <Preferences />
      </div>
      <main className="surface loginCard">
        <Stack gap="md">
          <div style={{ display: 'flex', alignItems: 'center', gap: '0.6rem', fontWeight: 650 }}>
            <img src="/favicon.svg" width="32" height="32" alt="" />
            {t('product')}
          </div>
          <p className="quiet small" style={{ margin: 0 }}>
            {t('login.lead')}
          </p>
          <PageTitle title={t('login.title')} />
          {ended === 'yes' ? (
            <Alert role="status" variant="light" color="yellow">
              {t('login.ended')}
            </Alert>
          ) : null}
          {problem ? (
            <Suspense>
              <LoginProblem problem={problem} />
            </Suspense>
          ) : null}
          {options.error ? <Failure fault={options.error} retry={() => options.refetch()} /> : null}
          {options.data?.kind === 'form' ? <LoginForm /> : null}
          {options.data?.kind === 'redirect' && options.data.url ? (
            <Button component="a" href={options.data.url} fullWidth>
              {t('login.redirect')}
            </Button>
          ) : null}
          <p className="quiet small" style={{ margin: 0 }}>
            {t('login.confidential')}
          </p>
          {options.data?.demo ? (
            <Alert variant="light" color="gray" className="small">
              {t('login.demo')}
            </Alert>
          ) : null}
        </Stack>
      </main>
    </div>
  );
}

function LoginForm() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const { next } = useSearch({ from: '/login' });
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<unknown>(null);
  const wrong = fault instanceof CallFailed && fault.status === 401;
  const tooOften = fault instanceof CallFailed && fault.status === 429;

  async function submit(event: FormEvent) {
    event.preventDefault();
    setBusy(true);
    setFault(null);
    try {
      await api.login(username, password);
      queries.removeQueries({ queryKey: ME });
      await navigate({ href: ownPage(next), replace: true });
    } catch (failure) {
      setFault(failure);
      setPassword('');
    } finally {
      setBusy(false);
    }
  }

  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        <TextInput
          label={t('login.username')}
          name="username"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          required
          withAsterisk={false}
          autoFocus
          value={username}
          onChange={(event) => setUsername(event.currentTarget.value)}
        />
        <PasswordInput
          label={t('login.password')}
          name="password"
          autoComplete="current-password"
          required
          withAsterisk={false}
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
          error={wrong ? t('login.wrong') : undefined}
          errorProps={{ role: 'alert' }}
        />
        {tooOften ? (
          <Suspense>
            <LoginProblem problem="too-many-guesses" />
          </Suspense>
        ) : null}
        {fault !== null && !wrong && !tooOften ? <Failure fault={fault} /> : null}
        <Button type="submit" loading={busy} fullWidth mt="xs">
          {t('login.submit')}
        </Button>
      </Stack>
    </form>
  );
}
