// Signals: the doors that they come through and what each refused, the sensors with the age of their
// values, what people reported. What is looked at stands in the address.

import { useNavigate, useParams } from 'react-router-dom';
import { useQuery } from '../../api/use-query.ts';
import { useLiveValues } from '../../app/installation.tsx';
import { useKeys } from '../../app/keys.ts';
import { useNow } from '../../app/now.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { ErrorBox } from '../../parts/ErrorBox.tsx';
import { Doors } from './Doors.tsx';
import { ReportDetail } from './ReportDetail.tsx';
import { ReportList } from './ReportList.tsx';
import { judgeSensor } from './sensor-quality.ts';
import { SensorChart } from './SensorChart.tsx';
import { SensorDetail } from './SensorDetail.tsx';
import { SensorTable } from './SensorTable.tsx';
import './signals.css';

export function SignalsScreen() {
  const { t } = useI18n();
  const navigate = useNavigate();
  const { kind, id } = useParams();
  const now = useNow();
  const { readings } = useLiveValues();
  const sensors = useQuery('listSensors', {});
  const judged = (sensors.data ?? []).map((sensor) => judgeSensor(sensor, readings, now));
  // Until somebody chooses, the first sensor is shown: an empty chart tells nobody anything.
  const chosen = kind === 'sensor' ? judged.find(({ sensor }) => sensor.id === id) : kind === undefined ? judged[0] : undefined;
  const choose = (next: string, replace = false) => void navigate(`/signals/sensor/${encodeURIComponent(next)}`, { replace });
  const walk = (step: number) => {
    const index = judged.findIndex(({ sensor }) => sensor.id === chosen?.sensor.id);
    const next = judged[Math.max(0, Math.min(judged.length - 1, index + step))];
    if (next !== undefined) choose(next.sensor.id, true);
  };
  useKeys({ j: () => walk(1), ArrowDown: () => walk(1), k: () => walk(-1), ArrowUp: () => walk(-1), Escape: kind === undefined ? undefined : () => void navigate('/signals') });
  return (
    <>
      <div className="sg-left">
        <Doors />
        <ReportList chosenId={kind === 'report' ? id : undefined} onChoose={(next) => void navigate(`/signals/report/${encodeURIComponent(next)}`)} />
      </div>
      <section className="sg-centre" aria-label={t('web.signals.sensors')}>
        {sensors.error !== undefined && <ErrorBox error={sensors.error} onRetry={() => void sensors.refetch()} />}
        {sensors.data === undefined ? sensors.error === undefined && <p className="empty-row">{t('web.loading')}</p> : <SensorTable judged={judged} chosenId={chosen?.sensor.id} onChoose={choose} />}
        <SensorChart judged={chosen} />
      </section>
      <article className="sg-right">
        {kind === 'report' && id !== undefined ? <ReportDetail key={id} id={id} />
          : chosen !== undefined ? <SensorDetail judged={chosen} />
          : <p className="empty-row">{sensors.data === undefined ? t('web.loading') : kind === undefined ? t('web.signals.sensors-empty') : t('web.signals.sensor-unknown', { id: id ?? '' })}</p>}
      </article>
    </>
  );
}
