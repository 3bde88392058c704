// The wind that a person types in m/s, said back in knots and Beaufort, so that a slip is seen.

import type { I18n } from '../../../i18n/i18n.tsx';
import { beaufort, speed } from '../../../format/units.ts';

export function windHint(t: I18n['t'], speedMps: number | undefined): string {
  return speedMps === undefined ? t('web.form.wind-empty') : `${speed(speedMps)} · ${t('web.env.force', { force: beaufort(speedMps) })}`;
}
