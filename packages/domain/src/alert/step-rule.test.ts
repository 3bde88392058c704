import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import type { Instant } from '@anlan/kernel';
import { addS, instant } from '@anlan/kernel';
import type { AlertRule, RuleEffect, RuleReading, RuleState, SilenceState } from './index.ts';
import { alertIdFor, checkAlertRule, initialRuleState, initialSilenceState, stepRule, stepStaleness } from './index.ts';

const t0 = instant('2026-11-23T09:00:00+08:00');
const rule: AlertRule = {
  id: 'rule-gas', sensorId: 'gas-1', titles: { zh: '可燃气高', en: 'Gas high' }, comparison: 'above', thresholdValue: 20, clearValue: 15, persistenceS: 0,
  urgencyIndex: 1, acknowledgeWithinS: 60, incidentKindCode: 'gas-leak', sourceText: 'CJJ/T 146',
};
const at = (s: number): Instant => addS(t0, s);
const reading = (s: number, readingValue: number): RuleReading => ({ sensorId: 'gas-1', readingValue, observedAt: at(s) });

function run(readings: readonly RuleReading[], tested: AlertRule = rule) {
  let state = initialRuleState(tested.id);
  const effects: RuleEffect[] = [];
  for (const one of readings) {
    const step = stepRule(tested, state, one);
    state = step.state;
    effects.push(step.effect);
  }
  return { state, effects, kinds: effects.map((effect) => effect.kind) };
}

describe('threshold, hysteresis, persistence', () => {
  it('reaching the threshold raises; only falling past the clear value ends', () => {
    expect(run([reading(0, 19.9), reading(1, 20), reading(2, 16), reading(3, 15), reading(4, 14.9), reading(5, 16)]).kinds).toEqual(['none', 'raise', 'none', 'none', 'end', 'none']);
  });

  it('"below" is the mirror of "above"', () => {
    const oxygen: AlertRule = { ...rule, comparison: 'below', thresholdValue: 19.5, clearValue: 20 };
    expect(run([reading(0, 20.9), reading(1, 19.5), reading(2, 19.9), reading(3, 20), reading(4, 20.1)], oxygen).kinds).toEqual(['none', 'raise', 'none', 'none', 'end']);
  });

  it('a value that trembles about the threshold raises once', () => {
    expect(run(Array.from({ length: 50 }, (_, i) => reading(i, i % 2 === 0 ? 20.5 : 19.5))).kinds.filter((kind) => kind === 'raise')).toHaveLength(1);
  });

  it('a condition must last before it raises, and tells since when it lasted', () => {
    const patient: AlertRule = { ...rule, persistenceS: 30 };
    const { kinds, effects } = run([reading(0, 25), reading(29, 25), reading(30, 25)], patient);
    expect(kinds).toEqual(['none', 'none', 'raise']);
    expect(effects[2]).toEqual({ kind: 'raise', alertId: alertIdFor(rule.id, at(30)), sinceAt: at(0), previousAlertId: null });
  });

  it('a spike that clears in time raises nothing; a dip into the band does not start over, and the band itself never raises', () => {
    const patient: AlertRule = { ...rule, persistenceS: 30 };
    expect(run([reading(0, 25), reading(10, 10), reading(40, 25), reading(60, 25)], patient).kinds).toEqual(['none', 'none', 'none', 'none']);
    expect(run([reading(0, 25), reading(20, 17), reading(35, 17), reading(36, 25)], patient).kinds).toEqual(['none', 'none', 'none', 'raise']);
  });

  it('late and repeated readings change nothing', () => {
    const late = run([reading(10, 25), reading(5, 0), reading(10, 0), reading(10, 25)]);
    expect(late.kinds).toEqual(['raise', 'none', 'none', 'none']);
    expect(late.state).toMatchObject({ phase: 'active', lastValue: 25, lastObservedAt: at(10) });
  });

  it('a rule whose clear value lies on the wrong side is refused, and is harmless where it is run all the same', () => {
    const wrong: AlertRule = { ...rule, clearValue: 30 };
    expect(checkAlertRule(wrong)).toMatchObject({ ok: false, refusal: { code: 'ALERT_RULE_CONTRADICTS' } });
    expect(checkAlertRule(rule).ok).toBe(true);
    expect(run([reading(0, 25), reading(1, 26), reading(2, 19)], wrong).kinds).toEqual(['raise', 'none', 'end']);
  });
});

describe('whatever arrives', () => {
  const values = fc.array(fc.record({ s: fc.nat(300), readingValue: fc.integer({ min: 0, max: 40 }) }), { maxLength: 80 });
  const anyRule = fc.record({ persistenceS: fc.constantFrom(0, 5, 30), clearValue: fc.integer({ min: 5, max: 20 }) }).map((some): AlertRule => ({ ...rule, ...some }));

  it('S-327: the engine never raises twice for one condition, and ends only what it raised', () => {
    fc.assert(fc.property(values, anyRule, (list, tested) => {
      const { kinds } = run(list.map(({ s, readingValue }) => reading(s, readingValue)), tested);
      const told = kinds.filter((kind) => kind !== 'none');
      told.forEach((kind, i) => expect(kind).toBe(i % 2 === 0 ? 'raise' : 'end'));
    }));
  });

  it('what is raised is over the threshold and lasted as long as the rule asks', () => {
    fc.assert(fc.property(values, anyRule, (list, tested) => {
      const readings = list.map(({ s, readingValue }) => reading(s, readingValue));
      run(readings, tested).effects.forEach((effect, i) => {
        if (effect.kind !== 'raise') return;
        expect(readings[i]!.readingValue).toBeGreaterThanOrEqual(tested.thresholdValue);
        expect(readings[i]!.observedAt - effect.sinceAt).toBeGreaterThanOrEqual(tested.persistenceS * 1000);
      });
    }));
  });

  it('doubling every reading, at once or later, raises the same alerts', () => {
    fc.assert(fc.property(values, anyRule, (list, tested) => {
      const readings = list.map(({ s, readingValue }) => reading(s, readingValue)).sort((a, b) => a.observedAt - b.observedAt);
      const raised = (many: readonly RuleReading[]) => run(many, tested).effects.flatMap((effect) => (effect.kind === 'raise' ? [effect.alertId] : []));
      expect(raised(readings.flatMap((one) => [one, one]))).toEqual(raised(readings));
      expect(raised([...readings, ...readings])).toEqual(raised(readings));
    }));
  });

  it('the state is whole after every step', () => {
    fc.assert(fc.property(values, anyRule, (list, tested) => {
      let state: RuleState = initialRuleState(tested.id);
      for (const { s, readingValue } of list) {
        const before = state.lastObservedAt ?? 0;
        state = stepRule(tested, state, reading(s, readingValue)).state;
        expect(state.lastObservedAt!).toBeGreaterThanOrEqual(before);
        expect(state.phase === 'normal').toBe(state.sinceAt === null);
        if (state.phase === 'active') expect(state.alertId).not.toBeNull();
      }
    }));
  });
});

describe('silence', () => {
  const sensor = {
    id: 'gas-1', titles: { zh: '可燃气', en: 'Gas' }, quantity: 'gas', unitCode: '%LEL', position: [122, 30] as const, updateContract: 'periodic' as const,
    staleAfterS: 60, validMinValue: 0, validMaxValue: 100, simulated: false,
  };
  const heard: SilenceState = { ...initialSilenceState('gas-1'), lastObservedAt: t0 };
  const step = (state: SilenceState, s: number, listeningSinceAt: Instant = at(-1000)) => stepStaleness(sensor, state, { now: at(s), listeningSinceAt });

  it('a sensor past its contract is missed once, and found again once', () => {
    expect(step(heard, 60).effect.kind).toBe('none');
    const silent = step(heard, 61);
    expect(silent.effect).toMatchObject({ kind: 'raise', sinceAt: t0 });
    expect(step(silent.state, 90).effect.kind).toBe('none');
    const back = step({ ...silent.state, lastObservedAt: at(95) }, 96);
    expect(back.effect).toEqual({ kind: 'end', alertId: silent.state.alertId });
    expect(step(back.state, 97).effect.kind).toBe('none');
  });

  it('one that never spoke, or speaks on events only, is not missed', () => {
    expect(step(initialSilenceState('gas-1'), 9999).effect.kind).toBe('none');
    expect(stepStaleness({ ...sensor, updateContract: 'event' }, heard, { now: at(9999), listeningSinceAt: t0 }).effect.kind).toBe('none');
  });

  it('after a restart every sensor gets its time before it is missed', () => {
    expect(step(heard, 3600, at(3590)).effect.kind).toBe('none');
    expect(step(heard, 3660, at(3590)).effect.kind).toBe('raise');
  });
});
