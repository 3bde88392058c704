// Every target of the policy: what was found, what was asked, by when, and whether it is met. "Not
// evidenced" is said where there is no document: it is neither yes nor no. Each figure opens into all
// records that were looked at, counted or not, and why.

import { useState } from 'react';
import { Link, useSearchParams } from 'react-router-dom';
import type { Indicator } from '@anlan/contracts';
import { urlOf } from '../../api/call.ts';
import { useQuery } from '../../api/use-query.ts';
import { useZone } from '../../app/installation.tsx';
import { useKeys } from '../../app/keys.ts';
import { useNow } from '../../app/now.ts';
import { useAccount } from '../../app/seat.tsx';
import { num } from '../../format/numbers.ts';
import { dateTime } from '../../format/time.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { ErrorBox } from '../../parts/ErrorBox.tsx';
import { recordHref, useRegisters } from '../readiness/register/use-registers.ts';
import { evidenceLines, provedCount, readableParams, sortRecords } from './indicator-words.ts';
import './industry.css';

export function IndicatorPage() {
  const { t } = useI18n();
  const mayRead = useAccount().roles.some((role) => READERS.has(role));
  const query = useQuery('listIndicators', {}, { enabled: mayRead });
  const [params, setParams] = useSearchParams();
  const indicators = query.data ?? [];
  const chosen = indicators.find(({ id }) => id === params.get('indicator')) ?? indicators[0];
  const choose = (id: string) => setParams({ indicator: id }, { replace: true });
  const walk = (step: number) => {
    const next = indicators[Math.max(0, Math.min(indicators.length - 1, indicators.findIndex(({ id }) => id === chosen?.id) + step))];
    if (next !== undefined) choose(next.id);
  };
  useKeys({ j: () => walk(1), ArrowDown: () => walk(1), k: () => walk(-1), ArrowUp: () => walk(-1) });
  return (
    <>
      <h1 className="section-bar ind-bar">{t('web.industry.indicators')} {query.data !== undefined && <b className="num">{num(indicators.length)}</b>}<em>{t('web.industry.computed')}</em></h1>
      <div className="ind-all">
        {query.error !== undefined && <ErrorBox error={query.error} onRetry={() => void query.refetch()} />}
        {!mayRead && <p className="empty-row">{t('web.industry.hidden')}</p>}
        {mayRead && query.data === undefined && query.error === undefined && <p className="empty-row">{t('web.loading')}</p>}
        {query.data?.length === 0 && <p className="empty-row">{t('web.industry.empty')}</p>}
        {indicators.map((indicator) => <OneIndicator key={indicator.id} indicator={indicator} chosen={indicator.id === chosen?.id} onChoose={() => choose(indicator.id)} />)}
      </div>
      {chosen !== undefined && <div className="ind-columns" key={chosen.id}><Evidence indicator={chosen} /><Records indicator={chosen} /></div>}
    </>
  );
}

function OneIndicator({ indicator, chosen, onChoose }: { readonly indicator: Indicator; readonly chosen: boolean; readonly onChoose: () => void }) {
  const { t, title } = useI18n();
  const registers = useRegisters().data;
  const own = recordHref(registers, 'indicators', indicator.id);
  return (
    <article className="ind" aria-current={chosen} onClick={onChoose}>
      <header className="ind-head">
        <h2><button type="button" aria-pressed={chosen} onClick={onChoose}>{title(indicator.titles)}</button></h2>
        {indicator.policyIds.map((id) => <span key={id} className="tag num">{id}</span>)}
        {own !== undefined && <Link to={own} className="small" onClick={(event) => event.stopPropagation()}>{t('web.industry.setting')}</Link>}
      </header>
      <Figures indicator={indicator} />
      <p className="ind-formula small"><span className="quiet">{t('web.industry.formula')}</span> {title(indicator.formulaText)}</p>
    </article>
  );
}

function Figures({ indicator }: { readonly indicator: Indicator }) {
  const { t, title } = useI18n();
  const zone = useZone();
  const now = useNow();
  const { value, dueAt } = indicator;
  const passed = dueAt !== null && Date.parse(dueAt) < now;
  return (
    <dl className="ind-figures num">
      <div><dt>{t('web.industry.value')}</dt><dd>{value === null ? t('web.industry.value-none') : num(value)} {value !== null && <small>{title(indicator.unitText)}</small>}</dd></div>
      <div><dt>{t('web.industry.target')}</dt><dd>{title(indicator.targetText)}</dd></div>
      <div><dt>{t('web.industry.due')}</dt><dd>{dueAt === null ? t('web.industry.due-none') : dateTime(dueAt, zone).slice(0, 10)} {passed && <small>{t('web.industry.due-passed', { days: num(Math.floor((now - Date.parse(dueAt)) / 86_400_000)) })}</small>}</dd></div>
      <div><dt>{t('web.industry.status')}</dt><dd><Status indicator={indicator} /></dd></div>
    </dl>
  );
}

/** In words and in shape, never in the colour of a level. */
function Status({ indicator: { status, metYearIndex } }: { readonly indicator: Indicator }) {
  const { t } = useI18n();
  return <span className={`ind-status ${status}`} title={t(`web.industry.status-means.${status}`)}>{status === 'met' && <i aria-hidden="true">✓</i>}{t(`web.industry.status.${status}`, { year: metYearIndex ?? '' })}</span>;
}

function Evidence({ indicator }: { readonly indicator: Indicator }) {
  const { t, title, locale } = useI18n();
  const registers = useRegisters().data;
  const lines = evidenceLines(indicator, locale);
  return (
    <section>
      <h2 className="section-bar">{t('web.industry.evidence')} <b className="num">{provedCount(indicator)}/{lines.length}</b><em>{t('web.industry.evidence-hint')}</em></h2>
      <div className="scroll">{lines.length === 0 && <p className="empty-row">{t('web.industry.evidence-empty')}</p>}
      <ul className="ind-list">
        {lines.map(({ record, text, artefactId }) => {
          const href = record === undefined ? undefined : recordHref(registers, record.registerId, record.recordId);
          return (
            <li key={`${record?.recordId ?? ''}${text}`}>
              <span>{record !== undefined && <>{href === undefined ? title(record.titles) : <Link to={href}>{title(record.titles)}</Link>}<br /></>}<span className="num small quiet">{text}</span></span>
              {artefactId === null ? <span className="tag dashed">{t('web.industry.no-document')}</span> : <a href={urlOf('readDocument', { params: { registerId: record?.registerId ?? 'indicators', id: record?.recordId ?? indicator.id, documentId: artefactId } })} download>{t('web.industry.document')}</a>}
            </li>
          );
        })}
      </ul></div>
    </section>
  );
}

const SHOWS = ['all', 'counted', 'not-counted'] as const;

function Records({ indicator }: { readonly indicator: Indicator }) {
  const { t, title, coded, locale } = useI18n();
  const registers = useRegisters().data;
  const [show, setShow] = useState<(typeof SHOWS)[number]>('all');
  const all = sortRecords(indicator.records, locale);
  const counts = { all: all.length, counted: all.filter(({ counted }) => counted).length, 'not-counted': all.filter(({ counted }) => !counted).length } as const;
  const records = all.filter(({ counted }) => show === 'all' || counted === (show === 'counted'));
  return (
    <section>
      <h2 className="section-bar">{t('web.industry.records')}
        <span className="ind-shows">{SHOWS.map((name) => <button key={name} type="button" aria-pressed={show === name} onClick={() => setShow(name)}>{t(`web.industry.show.${name}`)} {counts[name]}</button>)}</span>
      </h2>
      <div className="scroll">{records.length === 0 && <p className="empty-row">{t('web.industry.records-empty')}</p>}
      <ul className="ind-list">
        {records.map((record) => {
          const href = recordHref(registers, record.registerId, record.recordId);
          return (
            <li key={`${record.registerId}/${record.recordId}`}>
              <span>
                <b className={record.counted ? 'tag ind-counted' : 'tag'}>{record.counted ? t('web.industry.counted') : t('web.industry.not-counted')}</b> {href === undefined ? title(record.titles) : <Link to={href}>{title(record.titles)}</Link>}
                <br /><span className="small quiet num">{coded({ code: record.why.code, params: readableParams(record.why.params) })}</span>
              </span>
            </li>
          );
        })}
      </ul></div>
    </section>
  );
}

/** Who may see the targets; the server judges again. */
const READERS: ReadonlySet<string> = new Set(['duty', 'commander', 'industry', 'reserve', 'admin']);
