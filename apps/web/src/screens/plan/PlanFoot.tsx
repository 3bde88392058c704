// The next step of the plan room, pinned: choose the shown option, then send its lines.

import { Link } from 'react-router-dom';
import type { PlanOption } from '@anlan/contracts';
import { useI18n } from '../../i18n/i18n.tsx';
import type { Ticks } from './PlanScreen.tsx';

interface Props { readonly incidentId: string; readonly option: PlanOption; readonly isChosen: boolean; readonly mayChoose: boolean; readonly mayIssue: boolean; readonly ticks: Ticks; readonly onReview: () => void; readonly onExport: () => void }

export function PlanFoot({ incidentId, option, isChosen, mayChoose, mayIssue, ticks, onReview, onExport }: Props) {
  const { t, title } = useI18n();
  const issuedCount = option.lines.length - ticks.openLineIds.length;
  return (
    <footer className="pane-foot">
      {isChosen ? (
        <>
          {issuedCount > 0 && <Link className={ticks.openLineIds.length === 0 ? 'btn primary' : 'btn'} to={`/dispatch/${incidentId}`}>{t('web.plan.to-dispatch')}</Link>}
          {mayIssue && ticks.openLineIds.length > 0 && <button type="button" className="btn primary" disabled={ticks.ticked.size === 0} onClick={onReview}>{t('web.plan.dispatch', { count: ticks.ticked.size })} <kbd>Enter</kbd></button>}
          {mayIssue && ticks.openLineIds.length > 0 && <button type="button" className="btn" onClick={() => ticks.setAll(ticks.ticked.size < ticks.openLineIds.length)}>{ticks.ticked.size < ticks.openLineIds.length ? t('web.plan.tick-all') : t('web.plan.tick-none')}</button>}
          <span className="grow quiet cut">{issuedCount === 0 ? t('web.plan.not-sent') : t('web.plan.sent-count', { sent: issuedCount, all: option.lines.length })}</span>
        </>
      ) : (
        <>
          {mayChoose && <button type="button" className="btn primary" onClick={onReview}>{t('web.plan.choose', { title: title(option.titles) })} <kbd>Enter</kbd></button>}
          <span className="grow quiet cut">{mayChoose ? t('web.plan.review-first') : t('web.plan.may-not')}</span>
        </>
      )}
      <button type="button" className="btn slim" onClick={onExport}>{t('web.plan.export')}</button>
      <span className="quiet small"><kbd>←</kbd> <kbd>→</kbd> {t('web.plan.key-options')}</span>
    </footer>
  );
}
