// A level is hue + filled segments + numeral, never colour alone. `?` not graded yet, `—` no level
// applies. The urgency that a rule proposes is not a level: grey segments and an Arabic digit.

import { useI18n } from '../i18n/i18n.tsx';
import { responseLevel, roman, segmentCount } from '../format/level.ts';

interface MarkProps {
  /** Response level decided by a signer. */
  readonly levelIndex: number | null;
  /** Proposed urgency, shown only while there is no level. */
  readonly urgencyIndex?: number | null;
  /** No level can apply (a notice, an order). */
  readonly none?: boolean;
  readonly small?: boolean;
}

export function LevelMark({ levelIndex, urgencyIndex = null, none = false, small = false }: MarkProps) {
  const { t, locale } = useI18n();
  const hue = levelIndex === null ? (urgencyIndex === null ? 'l0' : 'urgency') : `l${levelIndex}`;
  const numeral = none ? '—' : levelIndex === null && urgencyIndex !== null ? String(urgencyIndex) : roman(levelIndex);
  const words = none ? t('web.level.none') : levelIndex !== null ? responseLevel(levelIndex, locale) : urgencyIndex !== null ? t('web.level.urgency', { index: urgencyIndex }) : t('web.level.ungraded');
  return (
    <span className={`level-mark ${hue}`} title={words}>
      <Segments filledCount={none ? 0 : segmentCount(levelIndex ?? urgencyIndex)} small={small} />
      <b aria-hidden="true">{numeral}</b>
      <span className="hidden-text">{words}</span>
    </span>
  );
}

/** The level written in full, on its own colour: `二级响应`. */
export function LevelBadge({ levelIndex }: { readonly levelIndex: number | null }) {
  const { t, locale } = useI18n();
  if (levelIndex === null) return <b className="level-badge l0">{t('web.level.undecided')}</b>;
  return (
    <b className={`level-badge l${levelIndex}`}>
      <Segments filledCount={segmentCount(levelIndex)} small inverse />
      {responseLevel(levelIndex, locale)}
    </b>
  );
}

function Segments({ filledCount, small, inverse = false }: { readonly filledCount: number; readonly small: boolean; readonly inverse?: boolean }) {
  const [heightPx, stepPx] = small ? [3, 5] : [6, 9];
  const totalPx = 3 * stepPx + heightPx + 1;
  return (
    <svg className={inverse ? 'segments inverse' : 'segments'} style={{ width: '.8rem', height: `${totalPx / 10}rem` }} viewBox={`0 0 8 ${totalPx}`} aria-hidden="true">
      {[0, 1, 2, 3].map((index) => (
        <rect key={index} x=".5" y={0.5 + (3 - index) * stepPx} width="7" height={heightPx} className={index < filledCount ? 'on' : 'off'} />
      ))}
    </svg>
  );
}
