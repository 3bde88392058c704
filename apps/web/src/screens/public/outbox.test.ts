import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addReport, afterReload, EMPTY_DRAFT, forget, isFinalRefusal, markReceived, markRefused, markSending, markUnsent, missingParts, nextToSend, parseOutbox, retryNow } from './outbox.ts';
import type { Outbox } from './outbox.ts';
import { reducedSize } from './photo.ts';

const draft = { ...EMPTY_DRAFT, what: '油污', placeText: '码头', phone: '13800000000', photos: ['data:image/jpeg;base64,AA'] };
const one = addReport([], draft, 'key-1', 1000);
const refusal = { code: 'X', zh: '不行', en: 'no' };

describe('outbox of the phone', () => {
  it('asks for what, where and a number that can be called', () => {
    expect(missingParts(EMPTY_DRAFT)).toEqual(['what', 'place', 'phone']);
    expect(missingParts({ ...draft, placeText: '', position: [122, 30] })).toEqual([]);
    expect(missingParts({ ...draft, phone: '12 34' })).toEqual(['phone']);
  });

  it('a report is sent once at a time, the oldest first, and waits longer after each failure', () => {
    const two = addReport(one, draft, 'key-2', 2000);
    expect(nextToSend(two, 3000)?.key).toBe('key-1');
    const sending = markSending(two, 'key-1');
    expect(nextToSend(sending, 3000)).toBeUndefined();
    const failed = markUnsent(sending, 'key-1', 3000);
    expect(nextToSend(failed, 3000)?.key).toBe('key-2');
    expect(failed.find(({ key }) => key === 'key-1')?.notBeforeAt).toBe(5000);
    const again = markUnsent(markSending(failed, 'key-1'), 'key-1', 5000);
    expect(again.find(({ key }) => key === 'key-1')?.notBeforeAt).toBe(9000);
  });

  it('a received report keeps its receipt and gives its photos up; it is never sent again', () => {
    const done = markReceived(markSending(one, 'key-1'), 'key-1', 'R-7', '2026-11-23T12:00:00.000Z');
    expect(done[0]).toMatchObject({ state: 'received', receiptNumber: 'R-7', photos: [], what: '油污' });
    expect(nextToSend(retryNow(done, 'key-1'), 9e12)).toBeUndefined();
  });

  it('a refused report stays with its reason and goes again only when the person says so', () => {
    const refused = markRefused(markSending(one, 'key-1'), 'key-1', refusal);
    expect(nextToSend(refused, 9e12)).toBeUndefined();
    expect(refused[0]?.refusal).toEqual(refusal);
    expect(nextToSend(retryNow(refused, 'key-1'), 0)?.key).toBe('key-1');
    expect([400, 409, 413].map(isFinalRefusal)).toEqual([true, true, true]);
    expect([408, 429, 500, 503].map(isFinalRefusal)).toEqual([false, false, false, false]);
  });

  it('a reload in the middle of sending keeps the report, with the same key', () => {
    const reloaded = parseOutbox(JSON.stringify(markSending(one, 'key-1')));
    expect(reloaded?.[0]).toMatchObject({ key: 'key-1', state: 'kept', photos: draft.photos });
    expect(nextToSend(reloaded ?? [], 0)?.key).toBe('key-1');
    expect(afterReload(markReceived(one, 'key-1', 'R', 'x'))[0]?.state).toBe('received');
  });

  it('text that is no outbox is not taken for an empty one', () => {
    expect(parseOutbox(null)).toEqual([]);
    expect(parseOutbox('{')).toBeUndefined();
    expect(parseOutbox('[{"key":1}]')).toBeUndefined();
  });

  it('no order of events loses a report that was not received or refused, nor invents a receipt', () => {
    const step = fc.record({ act: fc.constantFrom('send', 'fail', 'receive', 'refuse', 'retry', 'forget', 'reload'), key: fc.constantFrom('k1', 'k2', 'k3') });
    fc.assert(fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      let outbox: Outbox = ['k1', 'k2', 'k3'].reduce<Outbox>((all, key) => addReport(all, draft, key, 0), []);
      for (const { act, key } of steps) {
        const before = outbox.find((item) => item.key === key);
        if (act === 'send') outbox = markSending(outbox, key);
        if (act === 'fail' && before?.state === 'sending') outbox = markUnsent(outbox, key, 0);
        if (act === 'receive' && before?.state === 'sending') outbox = markReceived(outbox, key, `R-${key}`, 'x');
        if (act === 'refuse' && before?.state === 'sending') outbox = markRefused(outbox, key, refusal);
        if (act === 'retry') outbox = retryNow(outbox, key);
        if (act === 'reload') outbox = parseOutbox(JSON.stringify(outbox)) ?? [];
        if (act === 'forget') outbox = forget(outbox, key);
        const after = outbox.find((item) => item.key === key);
        if (before !== undefined && after === undefined) expect(act === 'forget' && (before.state === 'received' || before.state === 'refused')).toBe(true);
        if (after?.state === 'received') expect(after.receiptNumber).toBe(`R-${key}`);
        if (after !== undefined && after.state !== 'received' && after.receiptNumber === null) expect(after.photos).toEqual(draft.photos);
      }
    }));
  });

  it('photos are reduced to 1280 px and never enlarged', () => {
    expect(reducedSize(4000, 3000)).toEqual({ widthPx: 1280, heightPx: 960 });
    expect(reducedSize(3000, 4000)).toEqual({ widthPx: 960, heightPx: 1280 });
    expect(reducedSize(640, 480)).toEqual({ widthPx: 640, heightPx: 480 });
  });
});
