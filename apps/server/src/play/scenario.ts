// A scenario: what the sensors say and what people do, by the second after its start. People act
// through the same HTTP routes as anybody else, with the same sessions and roles.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RouteId } from '@anlan/contracts';
import type { Instant } from '@anlan/kernel';
import { instant } from '@anlan/kernel';

/** A value taken from the world at that moment: something saved before, or found in a list. */
export type Reference =
  | { readonly $saved: string }
  | { readonly $find: 'alerts' | 'reports' | 'clocks' | 'plan-option'; readonly where: Readonly<Record<string, string | number>>; readonly take: string }
  | { readonly $at: number };

export interface CallStep {
  readonly atS: number;
  readonly kind: 'call';
  readonly as: string;
  readonly route: RouteId;
  readonly params?: Readonly<Record<string, unknown>>;
  readonly body?: Readonly<Record<string, unknown>>;
  /** Keeps members of the answer: { incident: 'id' }. */
  readonly save?: Readonly<Record<string, string>>;
  /** When set, the call must be refused with this code: refusals are part of the rehearsal. */
  readonly expectCode?: string;
}

export interface ReadingsStep {
  readonly atS: number;
  readonly kind: 'readings';
  readonly readings: readonly { readonly sensorId: string; readonly value: number }[];
}

/** A person's report by the public form. */
export interface ReportStep {
  readonly atS: number;
  readonly kind: 'report';
  readonly fields: Readonly<Record<string, string>>;
}

/** From here on the crews of all open orders do as ordered: accept, depart, arrive, complete. */
export interface CrewStep {
  readonly atS: number;
  readonly kind: 'crews';
  readonly as: string;
  readonly acceptAfterS: number;
  readonly workS: number;
}

/** Answers every running clock of the incident, as the duty officer would by phone and in writing. */
export interface AnswerClocksStep {
  readonly atS: number;
  readonly kind: 'answer-clocks';
  readonly as: string;
  readonly incident: string;
  readonly text: string;
}

/** Recalls what is no longer needed: orders not yet departed are cancelled, others are reported done. */
export interface StandDownStep {
  readonly atS: number;
  readonly kind: 'stand-down';
  readonly as: string;
  readonly reason: string;
}

export type Step = CallStep | ReadingsStep | ReportStep | CrewStep | AnswerClocksStep | StandDownStep;

export interface Scenario {
  readonly id: string;
  readonly titles: { readonly zh: string; readonly en: string };
  readonly startAt: Instant;
  readonly randomSeed: number;
  /** Scenario seconds after which it is over. */
  readonly endS: number;
  readonly steps: readonly Step[];
}

/** Reads `scenario.json` and `signals.ndjson` of one folder under scenarios/. */
export function readScenario(folder: string): Scenario {
  const raw = JSON.parse(readFileSync(join(folder, 'scenario.json'), 'utf8')) as Omit<Scenario, 'startAt'> & { startAt: string };
  const signals = readFileSync(join(folder, 'signals.ndjson'), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as { atS: number; sensorId: string; value: number })
    .map(({ atS, sensorId, value }): ReadingsStep => ({ atS, kind: 'readings', readings: [{ sensorId, value }] }));
  const steps = [...raw.steps, ...signals].sort((a, b) => a.atS - b.atS);
  return { ...raw, startAt: instant(raw.startAt), steps };
}
