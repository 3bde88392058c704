// The ranked options side by side: rank, what decided it in words, the figures, whether checked.

import type { Plan, PlanOption } from '@anlan/contracts';
import { num, percent } from '../../format/numbers.ts';
import { duration } from '../../format/time.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { Icon } from '../../parts/Marks.tsx';
import { ranked } from './plan-view.ts';

interface Props { readonly plan: Plan; readonly shownId: string; readonly onShow: (optionId: string) => void }

export function OptionStrip({ plan, shownId, onShow }: Props) {
  const { t } = useI18n();
  return (
    <div className="options" role="radiogroup" aria-label={t('web.plan.options')}>
      {ranked(plan).map((option) => <Option key={option.id} option={option} shown={option.id === shownId} chosen={option.id === plan.chosenOptionId} onShow={() => onShow(option.id)} />)}
    </div>
  );
}

function Option({ option, shown, chosen, onShow }: { readonly option: PlanOption; readonly shown: boolean; readonly chosen: boolean; readonly onShow: () => void }) {
  const { t, title, coded, locale } = useI18n();
  const { unmetCriticalRatio, firstAdequateS, shortageAreaRatioHours, committedRatio } = option.figures;
  return (
    <button type="button" role="radio" aria-checked={shown} className={shown ? 'option shown' : 'option'} onClick={onShow}>
      <span className="option-1"><b className="option-rank num">{option.rankIndex}</b><b className="cut">{title(option.titles)}</b>{chosen && <span className="tag chosen">{t('web.plan.chosen')}</span>}</span>
      <span className="option-why small" title={coded(option.decidedBy)}>{coded(option.decidedBy)}</span>
      <span className="option-figures num small">
        <span><i>{t('web.plan.figure.unmet')}</i><b>{percent(unmetCriticalRatio)}</b></span>
        <span><i>{t('web.plan.figure.first')}</i><b>{firstAdequateS === null ? t('web.plan.never') : duration(firstAdequateS * 1000, locale)}</b></span>
        <span><i>{t('web.plan.figure.shortage')}</i><b>{num(shortageAreaRatioHours, 1)} h</b></span>
        <span><i>{t('web.plan.figure.committed')}</i><b>{percent(committedRatio)}</b></span>
      </span>
      <span className="option-checked small">{option.checked ? <><Icon name="check" sizePx={12} /> {t('web.plan.checked')}</> : <span className="chip">{t('web.plan.unchecked')}</span>}<em>{t('web.plan.line-count', { count: option.lines.length })}</em></span>
    </button>
  );
}
