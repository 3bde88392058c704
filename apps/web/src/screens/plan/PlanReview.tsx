// The last look before an option is chosen or its lines become orders: what it commits, what stays
// unmet, which warnings go with it.

import { useNavigate } from 'react-router-dom';
import type { Plan, PlanLine, PlanOption } from '@anlan/contracts';
import { call } from '../../api/call.ts';
import { useAction } from '../../api/use-action.ts';
import { useZone } from '../../app/installation.tsx';
import { useNow } from '../../app/now.ts';
import { percent } from '../../format/numbers.ts';
import { hourMinute } from '../../format/time.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { amount } from '../../parts/room/amount.ts';
import { ReviewDialog } from '../../parts/room/ReviewDialog.tsx';
import { committedBy } from './plan-view.ts';
import type { NameOf, Names } from './use-names.ts';

interface Props { readonly kind: 'choose' | 'dispatch'; readonly plan: Plan; readonly option: PlanOption; readonly lines: readonly PlanLine[]; readonly names: Names; readonly onClose: () => void }

export function PlanReview({ kind, plan, option, lines, names, onClose }: Props) {
  const { t, title, coded } = useI18n();
  const action = useAction();
  const navigate = useNavigate();
  const touched = [`incident/${plan.incidentId}`, `plan/${plan.id}`, 'orders'];
  const chooses = kind === 'choose';
  const now = useNow();
  const shownLines = chooses ? option.lines : lines;
  const passedCount = shownLines.filter((line) => Date.parse(line.departAt) < now).length;
  const send = () => {
    if (chooses) void action.run(() => call('chooseOption', { params: { id: plan.id }, body: { optionId: option.id } }), touched).then((done) => done && onClose());
    else void action.run(() => call('dispatchPlan', { params: { id: plan.id }, body: { lineIds: lines.map((line) => line.id) } }), touched).then((done) => done && navigate(`/dispatch/${plan.incidentId}`));
  };
  return (
    <ReviewDialog title={chooses ? t('web.plan.review-choose', { rank: option.rankIndex, title: title(option.titles) }) : t('web.plan.review-dispatch', { count: lines.length })} sendText={chooses ? t('web.plan.confirm-choose') : t('web.plan.confirm-dispatch')} action={action} onSend={send} onClose={onClose}>
      <p>{coded(option.decidedBy)}</p>
      <dl className="review-figures num">
        <div><dt>{t('web.plan.figure.unmet')}</dt><dd>{percent(option.figures.unmetCriticalRatio)}</dd></div>
        <div><dt>{t('web.plan.figure.committed')}</dt><dd>{percent(option.figures.committedRatio)}</dd></div>
        {committedBy(shownLines).map(({ reserve, lineCount }) => <div key={reserve}><dt><i className={`reserve ${reserve}`} /> {t(`web.plan.reserve.${reserve}`)}</dt><dd>{t('web.plan.line-count', { count: lineCount })}</dd></div>)}
      </dl>
      <Unmet plan={plan} option={option} />
      {passedCount > 0 && <p><span className="chip">{t('web.plan.leave-passed')}</span> {t('web.plan.review-passed', { count: passedCount })}</p>}
      {!chooses && <p>{t('web.plan.review-holds')}</p>}
      <Lines lines={shownLines} nameOf={names.nameOf} />
      {plan.warnings.length > 0 && <ul className="review-warnings small">{plan.warnings.map((warning, index) => <li key={index}>{names.said(warning)}</li>)}</ul>}
    </ReviewDialog>
  );
}

function Unmet({ plan, option }: { readonly plan: Plan; readonly option: PlanOption }) {
  const { t, title, locale } = useI18n();
  if (option.unmet.length === 0) return <p>{t('web.plan.unmet-empty')}</p>;
  return (
    <p>
      {option.unmet.map((unmet) => (
        <span key={unmet.demandId}>{title(plan.demand.find((demand) => demand.id === unmet.demandId)?.titles ?? { zh: unmet.demandId, en: unmet.demandId })} <span className="chip">{t('web.plan.short', { amount: amount(Math.max(unmet.shortAtDeadlineValue, unmet.shortAtEndValue), unmet.unitCode, locale) })}</span> </span>
      ))}
    </p>
  );
}

function Lines({ lines, nameOf }: { readonly lines: readonly PlanLine[]; readonly nameOf: NameOf }) {
  const { t, title, locale } = useI18n();
  const zone = useZone();
  const now = useNow();
  return (
    <table className="review-lines">
      <tbody>
        {lines.map((line) => (
          <tr key={line.id}>
            <td><i className={`reserve ${line.reserve}`} /></td>
            <td>{title(line.titles)}<br /><span className="quiet small">{title(line.fromText)} · {line.carrierRegisterId === null || line.carrierId === null ? t('web.plan.no-carrier') : nameOf(line.carrierRegisterId, line.carrierId)}</span></td>
            <td className="num"><b>{amount(line.quantityValue, line.unitCode, locale)}</b></td>
            <td className="num">{hourMinute(line.departAt, zone, now)} → {hourMinute(line.arriveAt, zone, now)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
