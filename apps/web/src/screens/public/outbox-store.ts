// The outbox in localStorage and its sender: written before anything is sent, tried again when the
// network comes back, when the page is shown, and on a timer.

import { useSyncExternalStore } from 'react';
import { ApiError, webError } from '../../api/api-error.ts';
import { callForm } from '../../api/call.ts';
import type { Outbox, OutboxItem, ReportDraft } from './outbox.ts';
import { addReport, EMPTY_DRAFT, forget, isFinalRefusal, markReceived, markRefused, markSending, markUnsent, nextToSend, parseOutbox, retryNow } from './outbox.ts';
import { dataUrlToBlob } from './photo.ts';

/** Keeps a new report on the phone and starts sending. Throws WEB_DEVICE_STORE_FULL when it cannot be kept. */
export function submitReport(draft: ReportDraft): void {
  const next = addReport(outbox, draft, newKey(), Date.now());
  if (!write(OUTBOX_KEY, next)) throw webError('WEB_DEVICE_STORE_FULL');
  set(next);
  saveDraft({ ...EMPTY_DRAFT, phone: draft.phone });
  void sendWaiting();
}

export function retryReport(key: string): void {
  update(retryNow(outbox, key));
  void sendWaiting();
}

export function forgetReport(key: string): void {
  update(forget(outbox, key));
}

export function useOutbox(): Outbox {
  return useSyncExternalStore(subscribe, () => outbox);
}

/** What was typed survives a reload too. False when the phone could not keep it. */
export function saveDraft(draft: ReportDraft): boolean {
  return write(DRAFT_KEY, draft);
}

export function readDraft(): ReportDraft {
  try {
    return { ...EMPTY_DRAFT, ...(JSON.parse(localStorage.getItem(DRAFT_KEY) ?? '{}') as Partial<ReportDraft>) };
  } catch {
    return EMPTY_DRAFT;
  }
}

/** Runs while a public page is open. */
export function startSender(): () => void {
  const timer = setInterval(() => void sendWaiting(), RETRY_EVERY_MS);
  const onBack = () => void sendWaiting();
  window.addEventListener('online', onBack);
  document.addEventListener('visibilitychange', onBack);
  void sendWaiting();
  return () => {
    clearInterval(timer);
    window.removeEventListener('online', onBack);
    document.removeEventListener('visibilitychange', onBack);
  };
}

async function sendWaiting(): Promise<void> {
  for (let item = nextToSend(outbox, Date.now()); item !== undefined; item = nextToSend(outbox, Date.now())) {
    update(markSending(outbox, item.key));
    update(await sendOne(item));
  }
}

async function sendOne(item: OutboxItem): Promise<Outbox> {
  try {
    const answer = await callForm('postPublicReport', formOf(item), AbortSignal.timeout(SEND_LIMIT_MS));
    return markReceived(outbox, item.key, answer.receiptNumber, answer.receivedAt);
  } catch (error) {
    if (error instanceof ApiError && isFinalRefusal(error.statusCode)) {
      const { code, zh, en } = error.answer;
      return markRefused(outbox, item.key, { code, zh: `${zh.happened}${zh.next}`, en: `${en.happened} ${en.next}` });
    }
    return markUnsent(outbox, item.key, Date.now());
  }
}

function formOf(item: OutboxItem): FormData {
  const form = new FormData();
  const fields = { idempotencyKey: item.key, what: item.what, placeText: item.placeText, phone: item.phone, observedAt: new Date(item.writtenAt).toISOString() };
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  if (item.position !== null) {
    form.set('lonDeg', String(item.position[0]));
    form.set('latDeg', String(item.position[1]));
  }
  item.photos.forEach((photo, index) => form.append('photo', dataUrlToBlob(photo), `photo-${index + 1}.jpg`));
  return form;
}

function load(): Outbox {
  const text = localStorage.getItem(OUTBOX_KEY);
  const read = parseOutbox(text);
  if (read !== undefined) return read;
  // Unreadable: set aside under its own name, so that a person can still be helped with it.
  localStorage.setItem(`${OUTBOX_KEY}.unreadable`, text ?? '');
  return [];
}

function update(next: Outbox): void {
  // The item itself was kept before it was first sent; a state that cannot be written is tried again after a reload.
  write(OUTBOX_KEY, next);
  set(next);
}

function set(next: Outbox): void {
  outbox = next;
  listeners.forEach((listener) => listener());
}

function write(key: string, value: unknown): boolean {
  try {
    localStorage.setItem(key, JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}

function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return `web-${[...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

const OUTBOX_KEY = 'anlan.outbox';
const DRAFT_KEY = 'anlan.report-draft';
/** How often waiting reports are looked at, ms. */
const RETRY_EVERY_MS = 5000;
/** A phone at the edge of the net: give one attempt a minute, ms. */
const SEND_LIMIT_MS = 60_000;
const listeners = new Set<() => void>();
let outbox: Outbox = load();
