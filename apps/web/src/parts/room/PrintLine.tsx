// Only on paper: whose sheet it is, of what time, from which seat, and whether it is an exercise, a
// demonstration or about something simulated.

import type { WebKey } from '@anlan/messages';
import { useMeta, useZone } from '../../app/installation.tsx';
import { useAccount } from '../../app/seat.tsx';
import { dateTime, zoneName } from '../../format/time.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import type { PrintAbout } from './export-marks.ts';
import { exportMarks, markWords } from './export-marks.ts';
import './room.css';

export function PrintLine({ roomKey, nowMs, about }: { readonly roomKey: WebKey; readonly nowMs: number; readonly about: PrintAbout }) {
  const i18n = useI18n();
  const { t, title } = i18n;
  const meta = useMeta();
  const zone = useZone();
  const account = useAccount();
  const iso = (ms: number) => new Date(ms).toISOString();
  const { simulated, indicative, knownAtMs } = about;
  const marks = exportMarks(meta, { simulated, indicative, knownAt: knownAtMs === undefined ? null : iso(knownAtMs), exportedAt: iso(nowMs) });
  return (
    <p className="print-only num">
      {markWords(marks, i18n).map((word) => <span key={word}><span className="tag dashed">{word}</span> </span>)}
      {t('web.brand')} · {t(roomKey)} · {t('web.export.known')} {dateTime(marks.knownAt, zone)} · {t('web.room.printed', { time: `${dateTime(nowMs, zone)} ${zoneName(nowMs, zone)}`, name: title(account.displayName) })}
    </p>
  );
}
