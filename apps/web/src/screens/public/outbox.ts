// Reports on the device until the server has them. The key is made here and never changes, so a report
// that was sent twice is one report. Nothing leaves the list by itself: received items keep their
// receipt number, refused ones say why. Pure; the store and the sender stand beside it.

import type { LonLat } from '@anlan/contracts';

export interface ReportDraft {
  readonly what: string;
  readonly placeText: string;
  readonly phone: string;
  readonly position: LonLat | null;
  /** JPEG data URLs, already reduced. */
  readonly photos: readonly string[];
}

export interface Refusal { readonly code: string; readonly zh: string; readonly en: string }

export interface OutboxItem extends ReportDraft {
  readonly key: string;
  /** Device time in ms, and the moment that the person saw it. */
  readonly writtenAt: number;
  readonly state: 'kept' | 'sending' | 'received' | 'refused';
  readonly attemptCount: number;
  /** Not tried again before this device time. */
  readonly notBeforeAt: number;
  readonly receiptNumber: string | null;
  readonly receivedAt: string | null;
  readonly refusal: Refusal | null;
}

export type Outbox = readonly OutboxItem[];

export const EMPTY_DRAFT: ReportDraft = { what: '', placeText: '', phone: '', position: null, photos: [] };

/** What the server asks for at least; the form shows which of them is missing. */
export function missingParts(draft: ReportDraft): readonly ('what' | 'place' | 'phone')[] {
  const missing: ('what' | 'place' | 'phone')[] = [];
  if (draft.what.trim().length < 2) missing.push('what');
  if (draft.position === null && draft.placeText.trim() === '') missing.push('place');
  if (draft.phone.replace(/\D/g, '').length < 5) missing.push('phone');
  return missing;
}

export function addReport(outbox: Outbox, draft: ReportDraft, key: string, nowMs: number): Outbox {
  const item: OutboxItem = { ...draft, what: draft.what.trim(), placeText: draft.placeText.trim(), phone: draft.phone.trim(), key, writtenAt: nowMs, state: 'kept', attemptCount: 0, notBeforeAt: 0, receiptNumber: null, receivedAt: null, refusal: null };
  return [item, ...outbox];
}

/** The oldest report that waits and may be tried now. */
export function nextToSend(outbox: Outbox, nowMs: number): OutboxItem | undefined {
  if (outbox.some((item) => item.state === 'sending')) return undefined;
  return [...outbox].reverse().find((item) => item.state === 'kept' && item.notBeforeAt <= nowMs);
}

export function markSending(outbox: Outbox, key: string): Outbox {
  return change(outbox, key, (item) => ({ ...item, state: 'sending', attemptCount: item.attemptCount + 1, refusal: null }));
}

/** Received: the photos are the server's now and leave the small store of the phone. */
export function markReceived(outbox: Outbox, key: string, receiptNumber: string, receivedAt: string): Outbox {
  return change(outbox, key, (item) => ({ ...item, state: 'received', receiptNumber, receivedAt, photos: [], refusal: null }));
}

/** No answer came: it stays on the phone and is tried again after 2, 4, 8 … 60 s. */
export function markUnsent(outbox: Outbox, key: string, nowMs: number): Outbox {
  return change(outbox, key, (item) => ({ ...item, state: 'kept', notBeforeAt: nowMs + Math.min(60_000, 1000 * 2 ** item.attemptCount) }));
}

/** The server refused it: kept with its reason, tried again only when the person says so. */
export function markRefused(outbox: Outbox, key: string, refusal: Refusal): Outbox {
  return change(outbox, key, (item) => ({ ...item, state: 'refused', refusal }));
}

export function retryNow(outbox: Outbox, key: string): Outbox {
  return change(outbox, key, (item) => (item.state === 'received' ? item : { ...item, state: 'kept', notBeforeAt: 0 }));
}

/** Taken from the list by the person; a report that is on its way or not yet delivered stays. */
export function forget(outbox: Outbox, key: string): Outbox {
  return outbox.filter((item) => item.key !== key || (item.state !== 'received' && item.state !== 'refused'));
}

/** After a reload nothing is on its way any more: what was being sent is kept and tried again. */
export function afterReload(outbox: Outbox): Outbox {
  return outbox.map((item) => (item.state === 'sending' ? { ...item, state: 'kept', notBeforeAt: 0 } : item));
}

/** undefined when the text is not an outbox: the caller sets it aside instead of writing over it. */
export function parseOutbox(text: string | null): Outbox | undefined {
  if (text === null) return [];
  try {
    const read = JSON.parse(text) as unknown;
    return Array.isArray(read) && read.every(isItem) ? afterReload(read) : undefined;
  } catch {
    return undefined;
  }
}

/** Whether an HTTP answer is final; a busy server and a time-out are not. */
export function isFinalRefusal(statusCode: number): boolean {
  return statusCode >= 400 && statusCode < 500 && statusCode !== 408 && statusCode !== 429;
}

function change(outbox: Outbox, key: string, to: (item: OutboxItem) => OutboxItem): Outbox {
  return outbox.map((item) => (item.key === key ? to(item) : item));
}

function isItem(value: unknown): value is OutboxItem {
  const item = value as Partial<OutboxItem> | null;
  return typeof item === 'object' && item !== null && typeof item.key === 'string' && typeof item.what === 'string' && typeof item.state === 'string' && Array.isArray(item.photos);
}
