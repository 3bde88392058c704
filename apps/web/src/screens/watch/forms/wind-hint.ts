// The wind that a person types in m/s, said back in knots and Beaufort, so that a slip is seen.

import type { I18n } from '../../../i18n/i18n.tsx';
import { beaufort, speed } from '../../../format/units.ts';
import { readNumber } from './read-number.ts';

/** Both figures or neither: half a wind is no wind, and an empty field is not given, never zero. */
export function readWind(speedText: string, fromText: string): { readonly speedMps: number | null; readonly fromDegTrue: number | null } | 'half' {
  const [speedMps, fromDegTrue] = [readNumber(speedText) ?? null, readNumber(fromText) ?? null];
  return (speedMps === null) === (fromDegTrue === null) ? { speedMps, fromDegTrue } : 'half';
}

export function windHint(t: I18n['t'], speedMps: number | undefined): string {
  return speedMps === undefined ? t('web.form.wind-empty') : `${speed(speedMps)} · ${t('web.env.force', { force: beaufort(speedMps) })}`;
}
