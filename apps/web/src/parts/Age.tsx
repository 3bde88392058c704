// Ages and staleness that renew themselves: every value says how old it is, greys when it passes its
// limit and says 失联 when its source is lost. No fetch is needed for that.

import { ageState } from '../format/age.ts';
import { atMs, duration } from '../format/time.ts';
import type { At } from '../format/time.ts';
import { useNow } from '../app/now.ts';
import { useI18n } from '../i18n/i18n.tsx';

/** `2分10秒`, renewed each second. */
export function Age({ at }: { readonly at: At }) {
  const now = useNow();
  const { locale } = useI18n();
  return <span className="num">{duration(now - atMs(at), locale)}</span>;
}

interface QualityProps { readonly observedAt: At | undefined; readonly staleAfterS: number }

/** Nothing while fresh; a hollow dot with the age when late; 失联 when lost; 无数据 when there is none. */
export function QualityMark({ observedAt, staleAfterS }: QualityProps) {
  const now = useNow();
  const { t, locale } = useI18n();
  const state = ageState(observedAt === undefined ? undefined : atMs(observedAt), now, staleAfterS);
  if (state === 'fresh') return null;
  if (state === 'none' || observedAt === undefined) return <span className="quality none"><i className="hollow" />{t('web.quality.none')}</span>;
  const age = duration(now - atMs(observedAt), locale);
  return (
    <span className={`quality ${state}`}>
      <i className="hollow" />
      {state === 'lost' ? t('web.quality.lost', { age }) : t('web.quality.late', { age })}
    </span>
  );
}

/** True when a value has passed its limit, renewed each second. */
export function useStale(observedAt: At | undefined, staleAfterS: number): boolean {
  const now = useNow();
  return ageState(observedAt === undefined ? undefined : atMs(observedAt), now, staleAfterS) !== 'fresh';
}
