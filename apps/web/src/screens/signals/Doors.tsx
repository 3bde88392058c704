// The doors: who sends, how much was taken, how much refused and why, when something came last.

import type { IngestCount } from '@anlan/contracts';
import { useQuery } from '../../api/use-query.ts';
import { useZone } from '../../app/installation.tsx';
import { num } from '../../format/numbers.ts';
import { clockTime } from '../../format/time.ts';
import type { I18n } from '../../i18n/i18n.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { Age } from '../../parts/Age.tsx';
import { ErrorBox } from '../../parts/ErrorBox.tsx';
import { SimulatedTag } from '../../parts/Marks.tsx';
import { refusedLines } from './refusals.ts';

export function Doors() {
  const { t } = useI18n();
  const query = useQuery('listIngest', {}, { everyS: 5 });
  return (
    <section className="sg-doors">
      <h2 className="section-bar">{t('web.signals.doors')} <em>{t('web.signals.doors-since')}</em></h2>
      <div className="scroll">
        {query.error !== undefined && <ErrorBox error={query.error} onRetry={() => void query.refetch()} />}
        {query.data === undefined && query.error === undefined && <p className="empty-row">{t('web.loading')}</p>}
        {query.data?.length === 0 && <p className="empty-row">{t('web.signals.doors-empty')}</p>}
        {query.data?.map((count) => <Door key={count.sourceId} count={count} />)}
      </div>
    </section>
  );
}

function Door({ count }: { readonly count: IngestCount }) {
  const i18n = useI18n();
  const { t, locale } = i18n;
  const zone = useZone();
  const refused = refusedLines(count.refusedCounts, locale);
  const refusedCount = refused.reduce((total, line) => total + line.count, 0);
  return (
    <div className="sg-door">
      <p className="sg-line"><b className="cut" title={count.sourceId}>{doorName(i18n, count)}</b>{count.simulated && <SimulatedTag />}<em className="num">{count.lastReceivedAt === null ? t('web.signals.never') : clockTime(count.lastReceivedAt, zone)}</em></p>
      <p className="sg-line small"><span className="num">{t('web.signals.accepted', { count: num(count.acceptedCount) })}</span>{(count.knownCount ?? 0) > 0 && <span className="num quiet"> {t('web.signals.known', { count: num(count.knownCount ?? 0) })}</span>}
        <span className={refusedCount > 0 ? 'num' : 'num quiet'}>{t('web.signals.refused', { count: num(refusedCount) })}</span>
        {count.lastReceivedAt !== null && <em>{t('web.signals.last-age')} <Age at={count.lastReceivedAt} /></em>}
      </p>
      {refusedCount > 0 && (
        <ul className="sg-refused small" aria-label={t('web.signals.refused-why')}>
          {refused.map((line) => <li key={line.code} title={line.code}><span>{line.words}</span><b className="num">{num(line.count)}</b></li>)}
        </ul>
      )}
    </div>
  );
}

/** A source that nobody declared bears its id as its name; readings posted by an account say which. */
export function doorName({ t, title }: I18n, { sourceId, titles }: Pick<IngestCount, 'sourceId' | 'titles'>): string {
  const account = /^http-(?:account-)?(.+)$/.exec(sourceId)?.[1];
  return account === undefined || titles.zh !== sourceId ? title(titles) : t('web.signals.door-http', { name: account });
}
