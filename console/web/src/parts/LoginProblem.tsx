import { Alert } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { allWords } from '../texts';

/** Why a login with the provider led back here. */
export default function LoginProblem({ problem }: { problem: string }) {
  const { t, i18n } = useTranslation();
  const [there, setThere] = useState(false);
  useEffect(() => {
    allWords().then(() => setThere(true));
  }, []);
  if (!there) return null;
  const known = `session.problem.${problem}`;
  return (
    <Alert role="alert" variant="light" color="red">
      {t(i18n.exists(known) ? known : 'session.problem.failed')}
    </Alert>
  );
}
