import { Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';

const KEYS = ['S', 'D', 'U', 'N', 'Z', 'C', 'Q', 'Enter', '↑ ↓', 'Esc', '?'] as const;

/** What each key does, over the page. */
export function KeysHelp({ opened, close }: { opened: boolean; close: () => void }) {
  const { t } = useTranslation();
  return (
    <Modal
      opened={opened}
      onClose={close}
      title={t('steward.keys.title')}
      closeButtonProps={{ 'aria-label': t('steward.keys.close') }}
    >
      <dl className="keysHelp">
        {KEYS.map((key) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{t(`steward.keys.${key === '↑ ↓' ? 'arrows' : key === '?' ? 'help' : key}`)}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  );
}
