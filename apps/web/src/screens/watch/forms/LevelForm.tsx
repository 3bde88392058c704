// The response level: decided and signed by a named person, never computed. What the rule sets say
// stands beside it as text, because an event grade is another scale.

import { useState } from 'react';
import type { Incident } from '@anlan/contracts';
import { call } from '../../../api/call.ts';
import { useAction } from '../../../api/use-action.ts';
import { useAccount } from '../../../app/seat.tsx';
import { responseLevel } from '../../../format/level.ts';
import { useI18n } from '../../../i18n/i18n.tsx';
import { LevelMark } from '../../../parts/LevelMark.tsx';
import { desk } from '../desk-store.ts';
import { Field, FormFrame } from './FormFrame.tsx';

const LEVELS = [4, 3, 2, 1] as const;

export function LevelForm({ incident, onReload }: { readonly incident: Incident; readonly onReload: () => void }) {
  const { t, title, locale } = useI18n();
  const account = useAccount();
  const action = useAction();
  const [levelIndex, setLevelIndex] = useState<number>();
  const [reason, setReason] = useState('');
  // The desk prepares, the commander signs: whoever may not is told before, not after.
  const maySign = account.roles.some((role) => role === 'commander' || role === 'admin');
  const send = () => levelIndex !== undefined && void action.run(
    () => call('decideLevel', { params: { id: incident.id }, body: { levelIndex, reason: reason.trim(), seenVersion: incident.streamVersion } }),
    [`incident/${incident.id}`, 'queue'],
  ).then((done) => done && desk.closeForm());
  return (
    <FormFrame titleKey="web.form.level" sendKey="web.form.level-send" action={action} ready={maySign && levelIndex !== undefined && reason.trim().length >= 2} onSend={send} onReload={onReload}>
      <p>{incident.level === null ? t('web.form.level-none') : t('web.form.level-now', { level: responseLevel(incident.level.levelIndex, locale), name: incident.level.signerName })}</p>
      <div className="choice" role="group" aria-label={t('web.form.level')}>
        {LEVELS.map((level) => (
          <button key={level} type="button" aria-pressed={levelIndex === level} onClick={() => setLevelIndex(level)} {...(level === 4 ? { 'data-first': true } : {})}>
            <LevelMark levelIndex={level} small />
            <span className="small">{responseLevel(level, locale)}</span>
          </button>
        ))}
      </div>
      <ul className="small quiet">
        {incident.assessments.map((assessment) => <li key={assessment.ruleSetId}>{title(assessment.titles)}{t('web.colon')}{assessment.gradeTitles !== null ? title(assessment.gradeTitles) : assessment.unknown.length > 0 ? t('web.grade.too-little') : t('web.grade.none')}</li>)}
      </ul>
      <Field label={t('web.form.level-reason')} id="level-reason"><textarea id="level-reason" className="input" value={reason} maxLength={1000} onChange={(event) => setReason(event.target.value)} /></Field>
      <p>{maySign ? t('web.form.level-signer', { name: title(account.displayName) }) : t('web.form.level-waits')}</p>
    </FormFrame>
  );
}
