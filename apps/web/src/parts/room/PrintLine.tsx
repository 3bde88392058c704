// Only on paper: whose sheet it is, of what time, from which seat, and whether it is an exercise.

import type { WebKey } from '@anlan/messages';
import { isDrill, useMeta, useZone } from '../../app/installation.tsx';
import { useAccount } from '../../app/seat.tsx';
import { dateTime, zoneName } from '../../format/time.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { DrillTag } from '../Marks.tsx';
import './room.css';

export function PrintLine({ roomKey, nowMs }: { readonly roomKey: WebKey; readonly nowMs: number }) {
  const { t, title } = useI18n();
  const meta = useMeta();
  const zone = useZone();
  const account = useAccount();
  return (
    <p className="print-only num">
      {isDrill(meta) && <><DrillTag /> </>}
      {t('web.brand')} · {t(roomKey)} · {t('web.room.printed', { time: `${dateTime(nowMs, zone)} ${zoneName(nowMs, zone)}`, name: title(account.displayName) })}
    </p>
  );
}
