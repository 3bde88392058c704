// Steps on the phone until the server has them, as the public form keeps its reports. The moment of
// the tap travels with the step, so that a step told late keeps its own time. Steps of one order go in
// their order; a refused one holds those after it. Steps belong to the account that tapped them. Pure.

import type { Order } from '@anlan/contracts';
import type { OrderState, StepName } from '../order-view.ts';
import { STATE_AFTER } from '../order-view.ts';

export interface StepRefusal { readonly code: string; readonly zh: string; readonly en: string }

export interface QueuedStep {
  readonly key: string;
  readonly accountId: string;
  readonly orderId: string;
  readonly incidentId: string;
  readonly task: Order['task'];
  readonly step: StepName;
  readonly note: string;
  /** Server time of the tap, ms. */
  readonly tappedAt: number;
  readonly state: 'kept' | 'sending' | 'recorded' | 'refused';
  readonly attemptCount: number;
  /** Not tried again before this time, ms. */
  readonly notBeforeAt: number;
  readonly recordedAt: number | null;
  /** The time that the server has for it: told with the step, or that of recording. */
  readonly toldAt: number | null;
  readonly refusal: StepRefusal | null;
}

export type StepOutbox = readonly QueuedStep[];

export type NewStep = Pick<QueuedStep, 'key' | 'accountId' | 'orderId' | 'incidentId' | 'task' | 'step' | 'note' | 'tappedAt'>;

export function addStep(outbox: StepOutbox, step: NewStep): StepOutbox {
  return [...outbox, { ...step, state: 'kept', attemptCount: 0, notBeforeAt: 0, recordedAt: null, toldAt: null, refusal: null }];
}

/** The oldest step of this account that may go now; none while one is on its way. */
export function nextToSend(outbox: StepOutbox, accountId: string, nowMs: number): QueuedStep | undefined {
  if (outbox.some((step) => step.state === 'sending')) return undefined;
  return outbox.find((step, index) => step.accountId === accountId && step.state === 'kept' && step.notBeforeAt <= nowMs && !outbox.slice(0, index).some((earlier) => earlier.orderId === step.orderId && isPending(earlier)));
}

export function markSending(outbox: StepOutbox, key: string): StepOutbox {
  return change(outbox, key, (step) => ({ ...step, state: 'sending', attemptCount: step.attemptCount + 1, refusal: null }));
}

export function markRecorded(outbox: StepOutbox, key: string, nowMs: number, toldAt = nowMs): StepOutbox {
  return change(outbox, key, (step) => ({ ...step, state: 'recorded', recordedAt: nowMs, toldAt, refusal: null }));
}

/** No answer: tried again after 2, 4, 8 … 30 s. */
export function markUnsent(outbox: StepOutbox, key: string, nowMs: number): StepOutbox {
  return change(outbox, key, (step) => ({ ...step, state: 'kept', notBeforeAt: nowMs + Math.min(30_000, 1000 * 2 ** step.attemptCount) }));
}

export function markRefused(outbox: StepOutbox, key: string, refusal: StepRefusal): StepOutbox {
  return change(outbox, key, (step) => ({ ...step, state: 'refused', refusal }));
}

export function retryStep(outbox: StepOutbox, key: string): StepOutbox {
  return change(outbox, key, (step) => (step.state === 'recorded' ? step : { ...step, state: 'kept', notBeforeAt: 0, refusal: null }));
}

/** What waits is tried at once: the network is back. */
export function retryAll(outbox: StepOutbox): StepOutbox {
  return outbox.map((step) => (step.state === 'kept' ? { ...step, notBeforeAt: 0 } : step));
}

/** Taken from the list by the person: what is recorded or refused. What waits stays. */
export function forgetStep(outbox: StepOutbox, key: string): StepOutbox {
  return outbox.filter((step) => step.key !== key || step.state === 'kept' || step.state === 'sending');
}

/** Recorded steps of orders that are over leave by themselves once they are a day old. */
export function tidy(outbox: StepOutbox, nowMs: number): StepOutbox {
  return outbox.filter((step) => step.state !== 'recorded' || step.recordedAt === null || nowMs - step.recordedAt < KEPT_MS);
}

/** Whether an HTTP answer is final. No session, a time-out, a busy server are not. */
export function isFinal(statusCode: number): boolean {
  return statusCode >= 400 && statusCode < 500 && statusCode !== 401 && statusCode !== 408 && statusCode !== 429;
}

/**
 * The time of the deed that goes with the step. None when it is sent at once for the first time: then it
 * happens as it is recorded, whatever the phone's clock thinks. Never before the step that went ahead of it.
 */
export function happenedAtOf(step: Pick<QueuedStep, 'key' | 'orderId' | 'tappedAt' | 'attemptCount'>, outbox: StepOutbox, nowMs: number): number | undefined {
  if (step.attemptCount === 0 && nowMs - step.tappedAt <= AT_ONCE_MS) return undefined;
  const index = outbox.findIndex((one) => one.key === step.key);
  const before = outbox.slice(0, Math.max(0, index)).findLast((one) => one.orderId === step.orderId && one.state === 'recorded');
  return Math.max(step.tappedAt, before?.toldAt ?? 0);
}

/** The order as its crew sees it: the server's word, and the steps that are still on the phone. */
export function withPending(order: Order, outbox: StepOutbox, accountId: string): { readonly order: Order; readonly pending: readonly QueuedStep[] } {
  const pending = outbox.filter((step) => step.orderId === order.id && step.accountId === accountId && (step.state === 'kept' || step.state === 'sending'));
  const steps = pending.map(({ step, tappedAt, note }) => ({ state: STATE_AFTER[step] as string, at: new Date(tappedAt).toISOString(), recordedAt: new Date(tappedAt).toISOString(), by: '', note }));
  const state: OrderState = pending.length === 0 ? order.state : STATE_AFTER[pending[pending.length - 1]?.step ?? 'accept'];
  return { order: { ...order, state, steps: [...order.steps, ...steps] }, pending };
}

/** After a reload nothing is on its way: what was being sent is kept. undefined: the text is no outbox. */
export function parseOutbox(text: string | null): StepOutbox | undefined {
  if (text === null) return [];
  try {
    const read = JSON.parse(text) as unknown;
    return Array.isArray(read) && read.every(isQueued) ? read.map((step) => (step.state === 'sending' ? { ...step, state: 'kept', notBeforeAt: 0 } : step)) : undefined;
  } catch {
    return undefined;
  }
}

function isPending(step: QueuedStep): boolean {
  return step.state !== 'recorded';
}

function change(outbox: StepOutbox, key: string, to: (step: QueuedStep) => QueuedStep): StepOutbox {
  return outbox.map((step) => (step.key === key ? to(step) : step));
}

function isQueued(value: unknown): value is QueuedStep {
  const step = value as Partial<QueuedStep> | null;
  return typeof step === 'object' && step !== null && typeof step.key === 'string' && typeof step.orderId === 'string' && typeof step.accountId === 'string' && typeof step.step === 'string' && step.step in STATE_AFTER && typeof step.state === 'string' && typeof step.tappedAt === 'number';
}

/** A recorded step is shown for a day, ms. */
const KEPT_MS = 86_400_000;
/** Sent within this time the step happened "now", ms. */
const AT_ONCE_MS = 2500;
