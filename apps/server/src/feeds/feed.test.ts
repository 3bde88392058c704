import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import type { AlertBody, Realm, View } from '@anlan/domain';
import { addS, instant } from '@anlan/kernel';
import { alertFeed } from './alert-feed.ts';
import { escapeXml, feedXml } from './feed-xml.ts';

const RAISED = instant('2026-11-24T01:00:00.250Z');
const alert = (change: Partial<AlertBody> = {}): AlertBody => ({
  id: 'alert-7', kind: 'threshold', ruleId: 'rule-gas', sensorId: 'gas-1', titles: { zh: '可燃气高', en: 'Gas high' }, unitCode: '%LEL', readingValue: 22, thresholdValue: 20,
  observedAt: RAISED, position: [122.158, 29.943], owner: null, county: null, urgencyIndex: 1, incidentKindCode: 'gas-leak', simulated: false, state: 'new', conditionActive: true, conditionChangedAt: RAISED,
  raisedAt: RAISED, acknowledgeDueAt: addS(RAISED, 60), acknowledgeWithinS: 60, acknowledgedAt: null, acknowledgedBy: null, escalationCount: 0, dismissedReason: null, incidentId: null, ...change,
});
const view = (body: AlertBody, streamVersion = 1, afterS = 0): View<AlertBody> => ({ realm: 'real', kind: 'alert', id: body.id, streamVersion, updatedAt: addS(RAISED, afterS), body });
const source = { realm: 'real' as Realm, region: { id: 'zhoushan', names: { zh: '舟山', en: 'Zhoushan' } }, publicOrigin: 'https://anlan.example.org' };
const asked = { since: undefined, limitCount: 10, now: addS(RAISED, 100) };
const first = (body: AlertBody, realm: Realm = 'real', streamVersion = 1, afterS = 0) => alertFeed({ ...source, realm }, [view(body, streamVersion, afterS)], asked).alerts[0];

describe('S-391: alerts in the words of CAP', () => {
  it('S-391: only what is real and measured is Actual; simulated is Test, a drill is Exercise and both say so', () => {
    expect(first(alert())).toMatchObject({ status: 'Actual', note: null });
    expect(first(alert({ simulated: true }))).toMatchObject({ status: 'Test', note: expect.stringContaining('模拟') });
    expect(first(alert(), 'drill-d1')).toMatchObject({ status: 'Exercise', note: expect.stringContaining('Exercise') });
    expect(first(alert({ simulated: true }), 'drill-d1')).toMatchObject({ status: 'Exercise' });
  });

  it('S-391: no scale of ours becomes one of theirs: urgency, severity and certainty stay Unknown whatever the urgency of the queue', () => {
    for (const urgencyIndex of [1, 2, 3, 4] as const) {
      for (const info of first(alert({ urgencyIndex }))?.infos ?? []) {
        expect(info).toMatchObject({ urgency: 'Unknown', severity: 'Unknown', certainty: 'Unknown' });
        expect(info.parameters).toContainEqual({ valueName: 'anlan:urgencyIndex', value: String(urgencyIndex) });
      }
    }
  });

  it('S-391: the first message is an Alert; later ones are Updates with their own identifier that cite it; a dismissal cancels', () => {
    expect(first(alert())).toMatchObject({ identifier: 'alert-7', msgType: 'Alert', references: null, sent: '2026-11-24T01:00:00.250Z' });
    const cited = 'anlan.example.org,alert-7,2026-11-24T01:00:00-00:00';
    expect(first(alert({ state: 'linked', incidentId: 'incident-1' }), 'real', 3, 60)).toMatchObject({ identifier: 'alert-7.3', msgType: 'Update', references: cited, sent: '2026-11-24T01:01:00.250Z', incidents: 'incident-1' });
    expect(first(alert({ state: 'dismissed' }), 'real', 2, 60)).toMatchObject({ identifier: 'alert-7.2', msgType: 'Cancel', references: cited });
  });

  it('S-391: one info for each language, our own codes as parameters, unknown ones left out', () => {
    const infos = first(alert({ readingValue: null }))?.infos ?? [];
    expect(infos).toMatchObject([{ language: 'zh-CN', event: '可燃气高', senderName: '舟山', category: 'Safety' }, { language: 'en', event: 'Gas high', area: { position: [122.158, 29.943] } }]);
    expect(infos[0]?.parameters.map(({ valueName }) => valueName)).toContain('anlan:thresholdValue');
    expect(infos[0]?.parameters.map(({ valueName }) => valueName)).not.toContain('anlan:readingValue');
  });

  it('since keeps what was sent at that moment or later; a limit that cuts says so', () => {
    const views = [view(alert({ id: 'alert-c' }), 1, 20), view(alert({ id: 'alert-b' }), 1, 10), view(alert({ id: 'alert-a' }), 1, 0)];
    const read = (sinceS: number | undefined, limitCount: number) => alertFeed(source, views.slice(0, limitCount + 1), { ...asked, since: sinceS === undefined ? undefined : addS(RAISED, sinceS), limitCount });
    expect(read(10, 10).alerts.map(({ identifier }) => identifier)).toEqual(['alert-c', 'alert-b']);
    expect([read(undefined, 2).complete, read(undefined, 3).complete, read(10, 2).complete]).toEqual([false, true, true]);
  });

  it('a server without a public address names its sender as an assumption', () => {
    expect(alertFeed({ ...source, publicOrigin: '' }, [], asked)).toMatchObject({ sender: 'anlan-zhoushan', assumed: [{ code: 'FEED_SENDER_LOCAL', params: { sender: 'anlan-zhoushan' } }] });
    expect(alertFeed(source, [], asked).assumed).toEqual([]);
  });
});

describe('S-391: the XML', () => {
  const xmlOf = (change: Partial<AlertBody> = {}) => feedXml(alertFeed(source, [view(alert(change))], asked));

  it('S-391: holds the elements of CAP 1.2 in their order, time without Z, the point as latitude,longitude', () => {
    const read = readXml(xmlOf({ simulated: true }));
    expect(read.filter(({ path }) => /alert\/\w+$/.test(path)).map(({ path }) => path.split('/').at(-1))).toEqual(['identifier', 'sender', 'sent', 'status', 'msgType', 'scope', 'restriction', 'note']);
    const inInfo = read.filter(({ path }) => /info\/\w+$/.test(path)).map(({ path }) => path.split('/').at(-1));
    expect([...new Set(inInfo)]).toEqual(['language', 'category', 'event', 'urgency', 'severity', 'certainty', 'effective', 'senderName']);
    expect(read.find(({ path }) => path.endsWith('alert/sent'))?.text).toBe('2026-11-24T01:00:00-00:00');
    expect(read.find(({ path }) => path.endsWith('area/circle'))?.text).toBe('29.943,122.158 0');
    expect(read.find(({ path }) => path.endsWith('alert/status'))?.text).toBe('Test');
    expect(xmlOf({ position: null })).not.toContain('<area>');
  });

  it('S-391: a hostile title stays a title', () => {
    const hostile = ']]></event><status>Actual</status><!-- & "q" \'a\' <![CDATA[ &amp; &#x0;';
    const read = readXml(xmlOf({ simulated: true, titles: { zh: hostile, en: `\u0000\u0008${hostile}\uD800\uFFFF` } }));
    expect(read.filter(({ path }) => path.endsWith('/event')).map(({ text }) => text)).toEqual([hostile, `\uFFFD\uFFFD${hostile}\uFFFD\uFFFD`]);
    expect(read.filter(({ path }) => path.endsWith('/status')).map(({ text }) => text)).toEqual(['Test']);
  });

  it('S-391: any text comes back as it went in, save what XML cannot carry', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (given) => {
      const [only] = readXml(`<a>${escapeXml(given)}</a>`);
      expect(only?.text).toBe([...given].map((sign) => (/[\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/u.test(sign) ? sign : '\uFFFD')).join(''));
    }));
  });
});

/** Leaves of a document in order. Throws where it is not well-formed: unbalanced, a bare `&` or `<`, a comment, a section. */
function readXml(xml: string): { path: string; text: string }[] {
  const open: string[] = [];
  const leaves: { path: string; text: string }[] = [];
  let text: string | undefined;
  for (const [, slash, name = '', between, stray] of xml.replace(/^<\?xml [^?]*\?>\n/, '').matchAll(/<(\/?)([A-Za-z]+)(?: [a-z]+="[^"<&]*")*>|([^<]+)|(<)/g)) {
    const path = open.join('/');
    if (stray !== undefined) throw new Error(`stray < in ${path}`);
    if (between !== undefined) {
      if (text !== undefined) text = unescape(between);
    } else if (slash === '') {
      open.push(name);
      text = '';
    } else {
      if (open.pop() !== name) throw new Error(`</${name}> closes ${path}`);
      if (text !== undefined) leaves.push({ path, text });
      text = undefined;
    }
  }
  if (open.length > 0) throw new Error(`left open: ${open.join('/')}`);
  return leaves;
}

function unescape(text: string): string {
  return text.replace(/&(?:(amp|lt|gt|quot)|#(\d+));|&/g, (whole, name: string | undefined, code: string | undefined) => {
    if (whole === '&') throw new Error('bare &');
    return name === undefined ? String.fromCodePoint(Number(code)) : ({ amp: '&', lt: '<', gt: '>', quot: '"' }[name] ?? '');
  });
}
