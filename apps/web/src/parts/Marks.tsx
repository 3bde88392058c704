// Small marks that travel with data: simulated, unverified, exercise; and key caps and icons.

import type { ReactNode } from 'react';
import type { Incident } from '@anlan/contracts';
import type { WebKey } from '@anlan/messages';
import { useI18n } from '../i18n/i18n.tsx';

export function SimulatedTag() {
  const { t } = useI18n();
  return <span className="tag dashed simulated">{t('web.mark.simulated')}</span>;
}

export function DrillTag() {
  const { t } = useI18n();
  return <span className="tag dashed drill-tag">{t('web.mark.drill')}</span>;
}

type Confidence = Incident['assessments'][number]['confidence'];

/** How far a rule or a record may be trusted; verified says nothing. */
export function ConfidenceTag({ confidence }: { readonly confidence: Confidence }) {
  const { t } = useI18n();
  const key: WebKey | undefined = CONFIDENCE_KEYS[confidence];
  return key === undefined ? null : <span className="tag dashed">{t(key)}</span>;
}

export function Key({ name }: { readonly name: string }) {
  return <kbd>{name}</kbd>;
}

/** One of the 16-grid line icons; the button around it has the accessible name. */
export function Icon({ name, sizePx = 16 }: { readonly name: keyof typeof ICONS; readonly sizePx?: number }) {
  return (
    <svg className="icon" style={{ width: `${sizePx / 10}rem`, height: `${sizePx / 10}rem` }} viewBox="0 0 16 16" aria-hidden="true">
      <path d={ICONS[name]} />
    </svg>
  );
}

/** Label beside value, as in the fact grid. */
export function Fact({ label, wide = false, children }: { readonly label: string; readonly wide?: boolean; readonly children: ReactNode }) {
  return (
    <div className={wide ? 'fact wide' : 'fact'}>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

const CONFIDENCE_KEYS: Partial<Record<Confidence, WebKey>> = { likely: 'web.confidence.likely', unsure: 'web.confidence.unsure', demonstration: 'web.confidence.demonstration' };

const ICONS = {
  plus: 'M8 3v10M3 8h10',
  minus: 'M3 8h10',
  target: 'M8 1.5v3M8 11.5v3M1.5 8h3M11.5 8h3M12.5 8a4.5 4.5 0 1 1-9 0 4.5 4.5 0 0 1 9 0',
  ruler: 'M2 11l9-9 3 3-9 9zM5 8l1.5 1.5M7.5 5.5L9 7M10 3l1.5 1.5',
  layers: 'M8 2l6 3-6 3-6-3zM2 8l6 3 6-3M2 11l6 3 6-3',
  sun: 'M8 5a3 3 0 1 0 0 6 3 3 0 0 0 0-6zM8 1v1.6M8 13.4V15M1 8h1.6M13.4 8H15M3 3l1.1 1.1M11.9 11.9L13 13M13 3l-1.1 1.1M4.1 11.9L3 13',
  moon: 'M13 9.5A5.5 5.5 0 1 1 6.5 3a4.5 4.5 0 0 0 6.5 6.5z',
  check: 'M3 8.5l3.2 3.2L13 4.8',
  play: 'M5 3.5v9l7-4.5z',
  pause: 'M5.5 3.5v9M10.5 3.5v9',
  back: 'M11 3.5L5.5 8l5.5 4.5M4 3.5v9',
  forward: 'M5 3.5L10.5 8 5 12.5M12 3.5v9',
  down: 'M4 6l4 4 4-4',
  close: 'M4 4l8 8M12 4l-8 8',
  bell: 'M4 11V7a4 4 0 0 1 8 0v4l1 1.5H3zM6.7 14h2.6',
  muted: 'M4 11V7a4 4 0 0 1 8 0v4l1 1.5H3zM6.7 14h2.6M2 2l12 12',
  person: 'M8 8a2.6 2.6 0 1 0 0-5.2A2.6 2.6 0 0 0 8 8zM2.8 14c.6-2.8 2.6-4 5.2-4s4.6 1.2 5.2 4',
} as const;
