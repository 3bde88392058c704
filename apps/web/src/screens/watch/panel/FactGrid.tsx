// Facts: label left of value, current ones only; what a decision needs and nobody knows says 尚不知.

import type { Incident } from '@anlan/contracts';
import type { WebKey } from '@anlan/messages';
import { useQuery } from '../../../api/use-query.ts';
import { useZone } from '../../../app/installation.tsx';
import { useNow } from '../../../app/now.ts';
import { dateTime, hourMinute } from '../../../format/time.ts';
import { compassName, quantity } from '../../../format/units.ts';
import { useI18n } from '../../../i18n/i18n.tsx';
import { Fact } from '../../../parts/Marks.tsx';
import { currentFact } from './incident-view.ts';
import type { IncidentFact } from './incident-view.ts';

export function FactGrid({ incident }: { readonly incident: Incident }) {
  const { t } = useI18n();
  const zone = useZone();
  const of = (code: IncidentFact['code']) => currentFact(incident.facts, code);
  const [mass, wind, windFrom] = [of('spilled-mass') ?? of('spilled-volume'), of('wind-speed'), of('wind-from')];
  const isSpill = incident.kindCode.includes('spill') || of('oil') !== undefined;
  return (
    <dl className="fact-grid">
      {isSpill && <Fact label={t('web.fact.oil')}><OilName fact={of('oil')} /></Fact>}
      {isSpill && <Fact label={t('web.fact.amount')}><FactValue fact={mass} /></Fact>}
      {isSpill && <Fact label={t('web.fact.release')}><FactValue fact={of('release-duration')} /></Fact>}
      {isSpill && <Fact label={t('web.fact.wind')}><Wind speedFact={wind} fromFact={windFrom} /></Fact>}
      {OTHERS.map((code) => {
        const fact = of(code);
        return fact === undefined ? null : <Fact key={code} label={t(`web.fact.code.${code}`)}><FactValue fact={fact} /></Fact>;
      })}
      <Fact wide label={t('web.fact.happened')}><span className="num">{dateTime(incident.happenedAt, zone)}</span> <Known incident={incident} /></Fact>
    </dl>
  );
}

function Known({ incident }: { readonly incident: Incident }) {
  const { t } = useI18n();
  const zone = useZone();
  const now = useNow();
  return <span className="quiet small num">{t('web.fact.known', { time: hourMinute(incident.knownAt, zone, now) })}</span>;
}

function FactValue({ fact }: { readonly fact: IncidentFact | undefined }) {
  const { t, locale } = useI18n();
  if (fact === undefined) return <span className="quiet">{t('web.unknown')}</span>;
  return (
    <span title={fact.text}>
      {fact.factValue === null ? fact.text : fact.unitCode === 'admin-level' ? t(`web.admin-level.${fact.factValue}` as WebKey) : quantity(fact.factValue, fact.unitCode, locale)}
      {!fact.verified && <> <span className="tag dashed">{t('web.fact.unverified')}</span></>}
    </span>
  );
}

function OilName({ fact }: { readonly fact: IncidentFact | undefined }) {
  const { title } = useI18n();
  const oils = useQuery('listOils', {}, { enabled: fact !== undefined }).data;
  const oil = oils?.find((candidate) => candidate.id === fact?.text);
  if (fact === undefined || oil === undefined) return <FactValue fact={fact} />;
  return <span title={oil.name}>{oil.titles === undefined ? oil.name : title(oil.titles)}</span>;
}

function Wind({ speedFact, fromFact }: { readonly speedFact: IncidentFact | undefined; readonly fromFact: IncidentFact | undefined }) {
  const { locale } = useI18n();
  if (speedFact === undefined) return <FactValue fact={undefined} />;
  return <>{fromFact === undefined || fromFact.factValue === null ? '' : `${compassName(fromFact.factValue, locale)} `}<FactValue fact={speedFact} /></>;
}

const OTHERS = ['vessel', 'facility', 'deaths', 'missing', 'serious-injuries', 'evacuated', 'direct-loss', 'water-temperature', 'water-source-cut', 'cross-boundary'] as const;
