// How several rule sets grade the same facts, side by side: they may disagree, and the screen says so.
// An event grade is text; it is not the response level and takes no colour.

import { useState } from 'react';
import type { Incident } from '@anlan/contracts';
import type { WebKey } from '@anlan/messages';
import { useI18n } from '../../../i18n/i18n.tsx';
import { ConfidenceTag } from '../../../parts/Marks.tsx';

export function AssessmentSection({ incident }: { readonly incident: Incident }) {
  const { t, title } = useI18n();
  const [open, setOpen] = useState(false);
  const { assessments } = incident;
  return (
    <>
      <div className="section-bar">
        <b>{t('web.grade.title')}</b>{t('web.grade.hint')}
        {assessments.length > 0 && <em><button type="button" className="btn slim plain" onClick={() => setOpen(!open)} aria-expanded={open}>{open ? t('web.less') : t('web.grade.basis')}</button></em>}
      </div>
      {assessments.length === 0 ? <p className="empty-row">{t('web.grade.empty')}</p> : (
        <ul className="grades">
          {assessments.map((assessment) => (
            <li key={assessment.ruleSetId}>
              <span className="small cut" title={title(assessment.titles)}>{title(assessment.titles)}</span>
              <span className="grade">{assessment.gradeTitles !== null ? title(assessment.gradeTitles) : assessment.unknown.length > 0 ? t('web.grade.too-little') : t('web.grade.none')}</span>
              <span><ConfidenceTag confidence={assessment.confidence} /></span>
              {open && (
                <>
                  <span className="small">{assessment.matched.map((match) => criterion(t, match.criterion)).join(t('web.list.separator'))}</span>
                  {assessment.unknown.length > 0 && <span className="small">{t('web.grade.unknown', { list: assessment.unknown.map((code) => criterion(t, code)).join(t('web.list.separator')) })}</span>}
                  <span className="small">{assessment.clause} · {assessment.sourceText} · {assessment.ruleSetVersion}</span>
                </>
              )}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

/** A criterion may be a fact code or a sentence of the rule set itself. */
function criterion(t: (key: WebKey) => string, code: string): string {
  const said = t(`web.fact.code.${code}` as WebKey);
  return said.startsWith('[') ? code : said;
}
