// Small values that many tests need: an actor, an event, a reading, a ship, ids from a seed.

import type { Actor, Fold, Folds, NewEvent, Reading, Role, VesselState } from '@anlan/domain';
import type { IdSource, Instant } from '@anlan/kernel';
import { createIdSource, createRng, instant } from '@anlan/kernel';

/** The same ids for the same seed, whatever the machine. */
export function createSeededIds(randomSeed = 1): IdSource {
  return createIdSource(createRng(randomSeed));
}

export function sampleActor(roles: readonly Role[] = ['duty']): Actor {
  return { kind: 'person', id: 'account-chen', name: '陈值班', roles, organisationId: 'org-duty' };
}

export function sampleEvent(type: string, payload: unknown, happenedAt: Instant = SAMPLE_AT): NewEvent {
  return { type, payload, happenedAt, actor: sampleActor(), basis: [{ kind: 'person', ref: 'account-chen' }] };
}

export function sampleReading(over: Partial<Reading> = {}): Reading {
  return {
    sensorId: 'sensor-tank-1', readingValue: 1.25, observedAt: SAMPLE_AT, receivedAt: SAMPLE_AT,
    sourceId: 'mqtt-local', simulated: false, ...over,
  };
}

export function sampleVesselState(over: Partial<VesselState> = {}): VesselState {
  return {
    mmsi: '412345678', name: 'ZHOU DIAN 7', position: [122.2, 30.0], speedMps: 5.1, courseDegTrue: 87.5,
    observedAt: SAMPLE_AT, receivedAt: SAMPLE_AT, sourceId: 'ais-tcp', simulated: false, ...over,
  };
}

export interface SampleBody {
  readonly title: string;
  readonly state: string;
  readonly openCount: number;
  readonly urgent: boolean;
}

/** A fold with every case in it: first event, change, unknown type, disappearance. */
export const sampleFold: Fold = {
  kind: 'incident',
  apply(body, event) {
    const seen = body as SampleBody | undefined;
    const payload = event.payload as Partial<SampleBody>;
    if (event.type === 'sample.opened') return { title: payload.title ?? '', state: 'open', openCount: 1, urgent: payload.urgent ?? false };
    if (event.type === 'sample.closed' && seen !== undefined) return { ...seen, state: 'closed', openCount: seen.openCount + 1 };
    if (event.type === 'sample.erased') return undefined;
    return seen;
  },
};

export const sampleFolds: Folds = { incident: sampleFold, order: { ...sampleFold, kind: 'order' }, record: { ...sampleFold, kind: 'record' } };

export const SAMPLE_AT = instant('2026-11-23T09:39:05.123Z');
