// `?`: every key of the desk on one sheet.

import { Modal } from 'antd';
import type { WebKey } from '@anlan/messages';
import { useI18n } from '../i18n/i18n.tsx';

export function KeyHelp({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  const { t } = useI18n();
  return (
    <Modal open={open} onCancel={onClose} footer={null} title={t('web.keys.title')} width="64rem">
      <dl className="key-help">
        {KEYS.map(([names, key]) => (
          <div key={key}>
            <dt>{names.map((name) => <kbd key={name}>{name}</kbd>)}</dt>
            <dd>{t(key)}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  );
}

const KEYS: readonly (readonly [readonly string[], WebKey])[] = [
  [['F1', 'Alt+1'], 'web.keys.f1'],
  [['F2', 'Alt+2'], 'web.keys.f2'],
  [['F3', 'Alt+3'], 'web.keys.f3'],
  [['F4', 'Alt+4'], 'web.keys.f4'],
  [['/'], 'web.keys.slash'],
  [['?'], 'web.keys.question'],
  [['↓', '↑'], 'web.keys.walk'],
  [['Enter'], 'web.keys.enter'],
  [['Esc'], 'web.keys.escape'],
  [['A…Z'], 'web.keys.letter'],
  [['V', 'L', 'C'], 'web.keys.incident-forms'],
  [['E', 'N'], 'web.keys.incident-notes'],
  [['F', 'P', 'D', 'R'], 'web.keys.incident-rooms'],
  [['Space'], 'web.keys.play'],
  [['[', ']'], 'web.keys.step'],
  [['+', '−'], 'web.keys.zoom'],
];
