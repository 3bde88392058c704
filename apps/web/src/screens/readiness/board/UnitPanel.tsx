// One unit: what it said, what is known besides, and the check-in for those who may speak for it.

import { useState } from 'react';
import type { FormEvent } from 'react';
import { Link } from 'react-router-dom';
import type { ForceUnit } from '@anlan/contracts';
import { call } from '../../../api/call.ts';
import { useAction } from '../../../api/use-action.ts';
import { useZone } from '../../../app/installation.tsx';
import { useNow } from '../../../app/now.ts';
import { dateTime } from '../../../format/time.ts';
import { useI18n } from '../../../i18n/i18n.tsx';
import { ErrorBox } from '../../../parts/ErrorBox.tsx';
import { StateMark } from './StateMark.tsx';

export function UnitPanel({ unit }: { readonly unit: ForceUnit }) {
  const { t, title, coded } = useI18n();
  const zone = useZone();
  const facts: readonly (readonly [string, string | null])[] = [
    [t('web.board.organisation'), unit.organisationTitles === null ? null : title(unit.organisationTitles)],
    [t('web.board.where'), unit.facilityTitles === null ? null : title(unit.facilityTitles)],
    [t('web.board.checked-in'), unit.checkedInAt === null ? t('web.board.never') : `${dateTime(unit.checkedInAt, zone)} · ${unit.checkedInBy ?? ''}`],
    [t('web.board.until'), unit.readyUntilAt === null ? null : dateTime(unit.readyUntilAt, zone)],
    [t('web.board.note'), unit.note === '' ? null : unit.note],
    [t('web.board.duty-since'), unit.dutySinceAt === null ? null : dateTime(unit.dutySinceAt, zone)],
    [t('web.board.rest'), unit.restHours === null ? null : t('web.board.hours', { hours: Math.round(unit.restHours * 10) / 10 })],
    [t('web.board.grade'), unit.grade === null ? null : t(`web.board.grade.${unit.grade.state}`)],
    [t('web.board.ais'), unit.ais === null ? null : t(`web.board.ais.${unit.ais.state}`)],
    [t('web.board.turn-out'), unit.turnOut === null ? null : t('web.board.turn-out-words', { minutes: Math.round(unit.turnOut.turnOutSMean / 60), minutesP90: Math.round(unit.turnOut.turnOutSP90 / 60), orderCount: unit.turnOut.orderCount })],
    [t('web.board.free-places'), unit.freePlaceCount === null ? null : String(unit.freePlaceCount)],
  ];
  return (
    <aside className="board-unit">
      <header className="panel-head"><h2>{title(unit.titles)}</h2><StateMark state={unit.state} /></header>
      <div className="scroll board-scroll" tabIndex={0}>
        {unit.reasons.length > 0 && <ul className="coded-list">{unit.reasons.map((one, i) => <li key={i}>{coded(one)}</li>)}</ul>}
        <dl className="board-facts">{facts.flatMap(([name, value]) => (value === null ? [] : [<dt key={name}>{name}</dt>, <dd key={`${name}-value`} className="num">{value}</dd>]))}</dl>
        <p className="board-link"><Link to={`/readiness/${unit.registerId}/${unit.id}`}>{t('web.board.record')}</Link></p>
        {unit.mayCheckIn && <CheckIn unit={unit} />}
      </div>
    </aside>
  );
}

function CheckIn({ unit }: { readonly unit: ForceUnit }) {
  const { t } = useI18n();
  const now = useNow();
  const action = useAction();
  const [code, setCode] = useState<(typeof CODES)[number]>('available');
  const [note, setNote] = useState('');
  const [people, setPeople] = useState('');
  const [hours, setHours] = useState(String(USUAL_HOURS));
  const noteMissing = code !== 'available' && note.trim() === '';
  const peopleCount = people.trim() === '' ? null : Number(people);
  const ready = !action.busy && !noteMissing && Number(hours) > 0 && (peopleCount === null || (Number.isInteger(peopleCount) && peopleCount >= 0));
  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (!ready) return;
    const done = await action.run(() => call('checkIn', {
      params: { registerId: unit.registerId, id: unit.id },
      body: { readinessCode: code, note: note.trim(), peopleOnDutyCount: peopleCount, dutySinceAt: null, readyUntilAt: new Date(now + Number(hours) * 3_600_000).toISOString() },
    }), ['readiness', `register/${unit.registerId}`]);
    if (done) setNote('');
  };
  return (
    <form className="board-check-in" onSubmit={(event) => void send(event)}>
      <h3>{t('web.board.check-in')}</h3>
      <div className="board-codes" role="radiogroup" aria-label={t('web.board.state')}>
        {CODES.map((one) => <label key={one}><input type="radio" name="readiness" checked={code === one} onChange={() => setCode(one)} /> {t(`web.board.state.${one}`)}</label>)}
      </div>
      <div className="field-row">
        <div className="field"><label htmlFor="check-in-people">{t('web.board.people')}</label><input id="check-in-people" className="input" inputMode="numeric" value={people} onChange={(event) => setPeople(event.target.value)} /></div>
        <div className="field"><label htmlFor="check-in-hours">{t('web.board.valid-hours')}</label><input id="check-in-hours" className="input" inputMode="decimal" value={hours} onChange={(event) => setHours(event.target.value)} /></div>
      </div>
      <div className="field"><label htmlFor="check-in-note">{t('web.board.note')}</label><input id="check-in-note" className="input" value={note} maxLength={500} onChange={(event) => setNote(event.target.value)} />{noteMissing && <span className="hint">{t('web.board.note-needed')}</span>}</div>
      {action.error !== undefined && <ErrorBox error={action.error} />}
      <button type="submit" className="btn primary" disabled={!ready}>{t('web.board.send')}</button>
    </form>
  );
}

const CODES = ['available', 'limited', 'unavailable'] as const;
/** One shift; the server refuses more than it allows. */
const USUAL_HOURS = 12;
