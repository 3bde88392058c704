// A fact: what kind, how much in which unit, in words, when it happened and whether it was verified. An
// older fact of the same kind is replaced only when the person says so; it stays readable. Who may not
// verify is not asked whether it is verified, and replaces no verified fact.

import { useState } from 'react';
import type { Incident } from '@anlan/contracts';
import { call } from '../../../api/call.ts';
import { useAction } from '../../../api/use-action.ts';
import { serverClock } from '../../../app/now.ts';
import { useAccount } from '../../../app/seat.tsx';
import { knToMps, quantity } from '../../../format/units.ts';
import { useI18n } from '../../../i18n/i18n.tsx';
import { may } from '../../../parts/room/may.ts';
import { desk } from '../desk-store.ts';
import { currentFact } from '../panel/incident-view.ts';
import type { IncidentFact } from '../panel/incident-view.ts';
import { Field, FormFrame } from './FormFrame.tsx';
import { NumberField, TimeField } from './fields.tsx';
import { readNumber } from './read-number.ts';

type Code = IncidentFact['code'];

export function FactForm({ incident }: { readonly incident: Incident }) {
  const { t, locale } = useI18n();
  const action = useAction();
  const [code, setCode] = useState<Code>('other');
  const [typed, setTyped] = useState('');
  const [text, setText] = useState('');
  const [happenedAt, setHappenedAt] = useState(() => new Date(serverClock.now()).toISOString());
  const [verified, setVerified] = useState(false);
  const [replace, setReplace] = useState(true);
  const input = NUMBERS[code];
  const mayVerify = may(useAccount().roles, 'incident.verify');
  const before = currentFact(incident.facts, code);
  const replaceable = before !== undefined && input !== undefined && (mayVerify || !before.verified) ? before : undefined;
  const value = readNumber(typed);
  const ready = input === undefined ? text.trim() !== '' : value !== undefined;
  const send = () => void action.run(() => call('recordFact', {
    params: { id: incident.id },
    body: {
      code, text: text.trim(), happenedAt, verified,
      factValue: input === undefined || value === undefined ? null : input.toSi(value), unitCode: input?.unitCode ?? null,
      supersedesFactId: replace && replaceable !== undefined ? replaceable.id : null,
    },
  }), [`incident/${incident.id}`, 'queue']).then((done) => done && desk.closeForm());
  return (
    <FormFrame titleKey="web.form.fact" action={action} ready={ready} onSend={send}>
      <Field label={t('web.form.fact-code')} id="fact-code">
        <select id="fact-code" className="input" value={code} onChange={(event) => setCode(event.target.value as Code)}>
          {CODES.map((candidate) => <option key={candidate} value={candidate}>{t(`web.fact.code.${candidate}`)}</option>)}
        </select>
      </Field>
      {input !== undefined && <NumberField id="fact-value" label={t(`web.fact.code.${code}`)} value={typed} onChange={setTyped} unit={t(input.unitKey)} />}
      {replaceable !== undefined && (
        <label className="check"><input type="checkbox" checked={replace} onChange={(event) => setReplace(event.target.checked)} /> {t('web.form.fact-replace', { value: replaceable.factValue === null ? replaceable.text : quantity(replaceable.factValue, replaceable.unitCode, locale) })}</label>
      )}
      <Field label={t('web.form.fact-text')} id="fact-text"><textarea id="fact-text" className="input" value={text} maxLength={2000} onChange={(event) => setText(event.target.value)} /></Field>
      <TimeField id="fact-happened" label={t('web.form.happened')} value={happenedAt} onChange={setHappenedAt} />
      {mayVerify && <label className="check"><input type="checkbox" checked={verified} onChange={(event) => setVerified(event.target.checked)} /> {t('web.form.fact-verified')}</label>}
    </FormFrame>
  );
}

const same = (value: number) => value;
const NUMBERS: Partial<Record<Code, { readonly unitCode: string; readonly unitKey: 'web.unit.t' | 'web.unit.m3' | 'web.unit.persons' | 'web.unit.cny' | 'web.unit.kn' | 'web.unit.deg' | 'web.unit.degc' | 'web.unit.min' | 'web.unit.admin-level'; readonly toSi: (value: number) => number }>> = {
  'spilled-mass': { unitCode: 'kg', unitKey: 'web.unit.t', toSi: (value) => value * 1000 },
  'spilled-volume': { unitCode: 'm3', unitKey: 'web.unit.m3', toSi: same },
  'release-duration': { unitCode: 's', unitKey: 'web.unit.min', toSi: (value) => value * 60 },
  deaths: { unitCode: 'persons', unitKey: 'web.unit.persons', toSi: same },
  missing: { unitCode: 'persons', unitKey: 'web.unit.persons', toSi: same },
  'serious-injuries': { unitCode: 'persons', unitKey: 'web.unit.persons', toSi: same },
  evacuated: { unitCode: 'persons', unitKey: 'web.unit.persons', toSi: same },
  'direct-loss': { unitCode: 'CNY', unitKey: 'web.unit.cny', toSi: (value) => value * 10_000 },
  'wind-speed': { unitCode: 'm/s', unitKey: 'web.unit.kn', toSi: knToMps },
  'wind-from': { unitCode: 'degTrue', unitKey: 'web.unit.deg', toSi: same },
  'water-temperature': { unitCode: 'degC', unitKey: 'web.unit.degc', toSi: same },
  'water-source-cut': { unitCode: 'admin-level', unitKey: 'web.unit.admin-level', toSi: same },
  'cross-boundary': { unitCode: 'admin-level', unitKey: 'web.unit.admin-level', toSi: same },
};
const CODES: readonly Code[] = ['other', 'spilled-mass', 'spilled-volume', 'release-duration', 'deaths', 'missing', 'serious-injuries', 'evacuated', 'direct-loss', 'vessel', 'facility', 'wind-speed', 'wind-from', 'water-temperature', 'water-source-cut', 'cross-boundary', 'slick-observed'];
