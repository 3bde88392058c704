// The three reserves against a class of clean-up unit: what is asked, what would stand ready in time,
// what is missing; for each gap the local products that could fill it, and what was not counted and why.

import { useState } from 'react';
import { Link } from 'react-router-dom';
import type { GapLine, GapReport } from '@anlan/contracts';
import { errorText } from '@anlan/messages';
import { useQuery } from '../../api/use-query.ts';
import { useZone } from '../../app/installation.tsx';
import { useKeys } from '../../app/keys.ts';
import { useAccount } from '../../app/seat.tsx';
import { dateTime } from '../../format/time.ts';
import type { Params } from '../../i18n/i18n.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { ErrorBox } from '../../parts/ErrorBox.tsx';
import { may } from '../../parts/room/may.ts';
import { money } from '../readiness/register/money.ts';
import { exactQuantity } from '../readiness/register/units.ts';
import { recordHref, useRegisters } from '../readiness/register/use-registers.ts';

const CLASSES = [1, 2, 3, 4] as const;
const HOURS = [6, 12, 24, 48, 72, 168] as const;

export function GapPage() {
  const { t } = useI18n();
  const mayRead = may(useAccount().roles, 'reserve.read');
  const [classIndex, setClassIndex] = useState<number>(1);
  const [afterHours, setAfterHours] = useState<number>(24);
  const [chosenCode, setChosenCode] = useState<string>();
  const query = useQuery('getGapReport', { query: { classIndex, afterHours } }, { enabled: mayRead });
  const lines = query.data?.lines ?? [];
  const chosen = lines.find((line) => line.capabilityCode === chosenCode) ?? lines.find((line) => line.gapValue > 0) ?? lines[0];
  const walk = (step: number) => {
    const next = lines[Math.max(0, Math.min(lines.length - 1, lines.findIndex((line) => line.capabilityCode === chosen?.capabilityCode) + step))];
    if (next !== undefined) setChosenCode(next.capabilityCode);
  };
  useKeys({ j: () => walk(1), ArrowDown: () => walk(1), k: () => walk(-1), ArrowUp: () => walk(-1) });
  return (
    <>
      <h1 className="section-bar rs-bar">{t('web.reserves.gap')}{query.data !== undefined && <em title={query.data.sourceText}>{query.data.reachedClassIndex === null ? t('web.reserves.gap.reached-none') : t('web.reserves.gap.reached', { name: ROMAN[query.data.reachedClassIndex - 1] ?? '' })}</em>}</h1>
      {!mayRead ? <p className="empty-row">{t('web.reserves.gap.hidden')}</p> : (
        <>
          <div className="rg-tools">
            <label className="rs-pick">{t('web.reserves.gap.class')} <select className="input" value={classIndex} onChange={(event) => setClassIndex(Number(event.target.value))}>{CLASSES.map((one) => <option key={one} value={one}>{t('web.reserves.gap.class-name', { name: ROMAN[one - 1] ?? '' })}</option>)}</select></label>
            <label className="rs-pick">{t('web.reserves.gap.within')} <select className="input" value={afterHours} onChange={(event) => setAfterHours(Number(event.target.value))}>{HOURS.map((one) => <option key={one} value={one}>{t('web.reserves.gap.hours', { hours: one })}</option>)}</select></label>
          </div>
          {query.error !== undefined && <ErrorBox error={query.error} onRetry={() => void query.refetch()} />}
          {query.data === undefined && query.error === undefined && <p className="empty-row">{t('web.loading')}</p>}
          {query.data !== undefined && <Lines lines={lines} chosen={chosen} onChoose={setChosenCode} />}
          {query.data !== undefined && <div className="ind-columns"><Candidates line={chosen} /><NotCounted report={query.data} /></div>}
        </>
      )}
    </>
  );
}

function Lines({ lines, chosen, onChoose }: { readonly lines: readonly GapLine[]; readonly chosen: GapLine | undefined; readonly onChoose: (code: string) => void }) {
  const { t, title, locale } = useI18n();
  const said = (value: number, line: GapLine) => exactQuantity(Math.round(value * 100) / 100, line.unitCode, locale);
  return (
    <div className="rs-lines">
      <table className="rs-table">
        <thead><tr><th scope="col">{t('web.reserves.gap.capability')}</th>{(['target', 'stock', 'social', 'capacity', 'missing'] as const).map((name) => <th key={name} scope="col" className="right">{t(`web.reserves.gap.${name}`)}</th>)}</tr></thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.capabilityCode} aria-selected={line === chosen} onClick={() => onChoose(line.capabilityCode)}>
              <td><button type="button" className="rs-name" aria-pressed={line === chosen} onClick={() => onChoose(line.capabilityCode)}>{title(line.titles)}</button></td>
              <td className="num right">{line.targetValue === null ? <span className="quiet">{t('web.reserves.gap.not-asked')}</span> : said(line.targetValue, line)}</td>
              <td className="num right">{said(line.stockValue, line)}</td>
              <td className="num right">{said(line.socialValue, line)}</td>
              <td className="num right">{said(line.capacityValue, line)}</td>
              <td className="num right">{line.gapValue > 0 ? <b>{said(line.gapValue, line)}</b> : <span className="quiet">{t('web.reserves.gap.none')}</span>}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Candidates({ line }: { readonly line: GapLine | undefined }) {
  const { t, title, locale } = useI18n();
  const registers = useRegisters().data;
  const candidates = line?.candidates ?? [];
  const empty = line === undefined || line.gapValue <= 0 ? t('web.reserves.gap.nothing-missing') : t('web.reserves.gap.no-candidate');
  return (
    <section>
      <h2 className="section-bar">{t('web.reserves.gap.candidates')} {line !== undefined && <b>{title(line.titles)}</b>}<em>{t('web.reserves.gap.candidates-hint')}</em></h2>
      <div className="scroll">
        {candidates.length === 0 && <p className="empty-row">{empty}</p>}
        <ul className="ind-list">
          {candidates.map((one) => {
            const product = recordHref(registers, 'products', one.productId);
            const firm = recordHref(registers, 'enterprises', one.enterpriseId);
            return (
              <li key={`${one.productId}/${one.itemKindId}`}>
                <span>{product === undefined ? title(one.titles) : <Link to={product}>{title(one.titles)}</Link>}<br /><span className="small quiet">{firm === undefined ? title(one.enterpriseTitles) : <Link to={firm}>{title(one.enterpriseTitles)}</Link>} · {title(one.itemKindTitles)}</span></span>
                <span className="num rs-right">{one.leadDays === null ? t('web.reserves.gap.no-lead') : t('web.reserves.gap.lead', { days: one.leadDays })}<br /><span className="small quiet">{one.costFen === null ? t('web.reserves.gap.no-price') : money(one.costFen, locale)}</span></span>
              </li>
            );
          })}
        </ul>
      </div>
    </section>
  );
}

function NotCounted({ report }: { readonly report: GapReport }) {
  const { t, title, locale } = useI18n();
  const registers = useRegisters().data;
  const zone = useZone();
  const readable = (params: Params, name: string): Params => Object.fromEntries(Object.entries(params).map(([key, value]) => [key, key === 'id' ? name : key.endsWith('At') ? dateTime(String(value), zone).slice(0, 16) : value]));
  return (
    <section>
      <h2 className="section-bar">{t('web.reserves.gap.not-counted')} <b className="num">{report.notCounted.length}</b></h2>
      <div className="scroll">
        {report.notCounted.length === 0 && <p className="empty-row">{t('web.reserves.gap.all-counted')}</p>}
        <ul className="ind-list">
          {report.notCounted.map(({ registerId, id, titles, reason }) => {
            const href = recordHref(registers, registerId, id);
            return <li key={`${registerId}/${id}`}><span>{href === undefined ? title(titles) : <Link to={href}>{title(titles)}</Link>}<br /><span className="small quiet">{errorText(locale, reason.code, readable(reason.params, title(titles)))?.happened ?? reason.code}</span></span></li>;
          })}
        </ul>
      </div>
    </section>
  );
}

const ROMAN = ['Ⅰ', 'Ⅱ', 'Ⅲ', 'Ⅳ'] as const;
