// The step queue in localStorage and its sender: kept before it is sent, tried again when the network
// is back, when the page is shown, and on a timer. What the server already has is not an error.

import { useSyncExternalStore } from 'react';
import type { ApiError } from '../../../api/api-error.ts';
import { toApiError, webError } from '../../../api/api-error.ts';
import { call } from '../../../api/call.ts';
import { queryCache } from '../../../api/use-query.ts';
import { serverClock } from '../../../app/now.ts';
import { STATE_AFTER } from '../order-view.ts';
import { sendStep, touchedBy } from '../send-step.ts';
import type { NewStep, QueuedStep, StepOutbox } from './step-outbox.ts';
import { addStep, forgetStep, happenedAtOf, isFinal, markRecorded, markRefused, markSending, markUnsent, nextToSend, parseOutbox, retryAll, retryStep, tidy } from './step-outbox.ts';

/** Keeps a step on the phone and starts sending. Throws WEB_DEVICE_STORE_FULL when it cannot be kept. */
export function queueStep(step: Omit<NewStep, 'key' | 'tappedAt'>): void {
  const next = addStep(tidy(outbox, serverClock.now()), { ...step, key: crypto.randomUUID?.() ?? `${step.orderId}-${performance.now()}`, tappedAt: Math.floor(serverClock.now()) });
  if (!write(next)) throw webError('WEB_DEVICE_STORE_FULL');
  set(next);
  void sendWaiting(step.accountId);
}

export function retryQueued(key: string, accountId: string): void {
  update(retryStep(outbox, key));
  void sendWaiting(accountId);
}

export function forgetQueued(key: string): void {
  update(forgetStep(outbox, key));
}

export function useStepOutbox(): StepOutbox {
  return useSyncExternalStore(subscribe, () => outbox);
}

/** Runs while the phone view is open and somebody is signed in. */
export function startStepSender(accountId: string): () => void {
  const again = () => void sendWaiting(accountId);
  const onBack = () => {
    update(retryAll(outbox));
    again();
  };
  const timer = setInterval(again, RETRY_EVERY_MS);
  window.addEventListener('online', onBack);
  document.addEventListener('visibilitychange', again);
  onBack();
  return () => {
    clearInterval(timer);
    window.removeEventListener('online', onBack);
    document.removeEventListener('visibilitychange', again);
  };
}

async function sendWaiting(accountId: string): Promise<void> {
  for (let step = nextToSend(outbox, accountId, serverClock.now()); step !== undefined; step = nextToSend(outbox, accountId, serverClock.now())) {
    update(markSending(outbox, step.key));
    update(await sendOne(step));
    queryCache.invalidate(touchedBy(step.orderId, step.incidentId));
  }
}

async function sendOne(step: QueuedStep): Promise<StepOutbox> {
  try {
    const toldAt = await notBeforeServer(step, happenedAtOf(step, outbox, serverClock.now()));
    await sendStep({ orderId: step.orderId, step: step.step, note: step.note, signal: AbortSignal.timeout(SEND_LIMIT_MS), ...(toldAt === undefined ? {} : { happenedAt: new Date(toldAt).toISOString() }) });
    return markRecorded(outbox, step.key, serverClock.now(), toldAt);
  } catch (cause) {
    const error = cause instanceof DOMException ? webError('WEB_SERVER_UNREACHABLE') : toApiError(cause);
    if (!isFinal(error.statusCode)) return markUnsent(outbox, step.key, serverClock.now());
    if (await isAlreadyRecorded(step, error)) return markRecorded(outbox, step.key, serverClock.now());
    const { code, zh, en } = error.answer;
    return markRefused(outbox, step.key, { code, zh: `${zh.happened}${zh.next}`, en: `${en.happened} ${en.next}` });
  }
}

/** Never before the step that the server has last: its clock and this one's idea of it may differ by the delay of the line. */
async function notBeforeServer(step: QueuedStep, toldAt: number | undefined): Promise<number | undefined> {
  if (toldAt === undefined) return undefined;
  const order = await call('getOrder', { params: { id: step.orderId }, signal: AbortSignal.timeout(SEND_LIMIT_MS) });
  return Math.max(toldAt, ...order.steps.map((one) => Date.parse(one.at)));
}

/** The answer to an earlier try was lost: the server has the step, told at the same time. */
async function isAlreadyRecorded(step: QueuedStep, error: ApiError): Promise<boolean> {
  if (error.answer.code !== 'DISPATCH_STEP_ILLEGAL' || step.attemptCount === 0) return false;
  const order = await call('getOrder', { params: { id: step.orderId } }).catch(() => undefined);
  return order?.steps.some((one) => one.state === STATE_AFTER[step.step] && Math.abs(Date.parse(one.at) - step.tappedAt) < SAME_STEP_MS) ?? false;
}

function load(): StepOutbox {
  const text = localStorage.getItem(KEY);
  const read = parseOutbox(text);
  if (read !== undefined) return read;
  // Unreadable: set aside under its own name, so that a person can still be helped with it.
  localStorage.setItem(`${KEY}.unreadable`, text ?? '');
  return [];
}

function update(next: StepOutbox): void {
  write(next);
  set(next);
}

function set(next: StepOutbox): void {
  outbox = next;
  listeners.forEach((listener) => listener());
}

function write(next: StepOutbox): boolean {
  try {
    localStorage.setItem(KEY, JSON.stringify(next));
    return true;
  } catch {
    return false;
  }
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

const KEY = 'anlan.order-steps';
/** How often waiting steps are looked at, ms. */
const RETRY_EVERY_MS = 4000;
/** One attempt over a weak link, ms. */
const SEND_LIMIT_MS = 20_000;
/** A step of the server's within this time of the tap is this tap, ms. */
const SAME_STEP_MS = 60_000;
const listeners = new Set<() => void>();
let outbox: StepOutbox = load();
