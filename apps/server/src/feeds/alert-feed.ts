// Alerts in the words of the Common Alerting Protocol (OASIS CAP 1.2, 2010), one message for each alert
// as it stands now. Status: a drill is `Exercise`, simulated values in reality are `Test`, all else is
// `Actual`. What CAP calls urgency, severity and certainty we do not judge: they are `Unknown`, and our
// own scales travel unmerged as parameters.

import type { AlertFeed, CapAlert } from '@anlan/contracts';
import type { AlertBody, Realm, Titles, View } from '@anlan/domain';
import type { Instant } from '@anlan/kernel';
import { isoFromInstant } from '@anlan/kernel';
import { text } from '@anlan/messages';
import type { Locale } from '@anlan/messages';

export interface FeedSource {
  readonly realm: Realm;
  readonly region: { readonly id: string; readonly names: Titles };
  /** Origin under which others know this server; empty when none is set. */
  readonly publicOrigin: string;
}

/** `views`: newest change first, one more than `limitCount` when there are more. */
export function alertFeed(source: FeedSource, views: readonly View<AlertBody>[], asked: { readonly since: Instant | undefined; readonly limitCount: number; readonly now: Instant }): AlertFeed {
  const sender = source.publicOrigin === '' ? `anlan-${source.region.id}` : new URL(source.publicOrigin).hostname;
  const { since } = asked;
  const fresh = since === undefined ? views : views.filter((view) => view.updatedAt >= since);
  return {
    at: isoFromInstant(asked.now),
    sender,
    complete: fresh.length <= asked.limitCount,
    assumed: source.publicOrigin === '' ? [{ code: 'FEED_SENDER_LOCAL', params: { sender } }] : [],
    alerts: fresh.slice(0, asked.limitCount).map((view) => capAlert(source, sender, view)),
  };
}

/** CAP 1.2 §3.3.2: whole seconds, UTC is `-00:00`, a `Z` is not allowed. */
export function capTime(iso: string): string {
  return `${iso.slice(0, 'yyyy-mm-ddThh:mm:ss'.length)}-00:00`;
}

/** The first message carries the alert's own id; a later one adds its version and cites the first. */
function capAlert(source: FeedSource, sender: string, view: View<AlertBody>): CapAlert {
  const { body, streamVersion } = view;
  const isFirst = streamVersion === 1;
  const status = source.realm !== 'real' ? 'Exercise' : body.simulated ? 'Test' : 'Actual';
  return {
    identifier: isFirst ? body.id : `${body.id}.${streamVersion}`,
    sender,
    sent: isoFromInstant(view.updatedAt),
    status,
    msgType: body.state === 'dismissed' ? 'Cancel' : isFirst ? 'Alert' : 'Update',
    scope: 'Restricted',
    restriction: inBoth('feed.restriction'),
    note: status === 'Actual' ? null : inBoth(status === 'Test' ? 'feed.note.test' : 'feed.note.exercise'),
    references: isFirst ? null : `${sender},${body.id},${capTime(isoFromInstant(body.raisedAt))}`,
    incidents: body.incidentId,
    infos: [capInfo('zh-CN', source, body), capInfo('en', source, body)],
  };
}

function capInfo(language: Locale, source: FeedSource, body: AlertBody): CapAlert['infos'][number] {
  const inLanguage = (titles: Titles): string => (language === 'en' ? titles.en : titles.zh);
  return {
    language,
    category: CATEGORIES[body.incidentKindCode] ?? 'Other',
    event: inLanguage(body.titles),
    urgency: 'Unknown',
    severity: 'Unknown',
    certainty: 'Unknown',
    effective: isoFromInstant(body.raisedAt),
    senderName: inLanguage(source.region.names),
    parameters: parametersOf(body),
    area: body.position === null ? null : { areaDesc: `${body.position[0]}, ${body.position[1]} (WGS 84, lon, lat)`, position: [body.position[0], body.position[1]] },
  };
}

/** Our own codes by their own names. What is unknown is left out. */
function parametersOf(body: AlertBody): { valueName: string; value: string }[] {
  const given: Readonly<Record<string, string | number | boolean | null>> = {
    alertId: body.id, kind: body.kind, state: body.state, conditionActive: body.conditionActive, simulated: body.simulated, incidentKindCode: body.incidentKindCode,
    urgencyIndex: body.urgencyIndex, ruleId: body.ruleId, sensorId: body.sensorId, readingValue: body.readingValue, thresholdValue: body.thresholdValue,
    unitCode: body.unitCode, observedAt: isoFromInstant(body.observedAt), acknowledgeDueAt: isoFromInstant(body.acknowledgeDueAt),
    acknowledgedAt: body.acknowledgedAt === null ? null : isoFromInstant(body.acknowledgedAt),
  };
  return Object.entries(given).flatMap(([name, member]) => (member === null ? [] : [{ valueName: `anlan:${name}`, value: String(member) }]));
}

function inBoth(key: string): string {
  return `${text('zh-CN', key)} ${text('en', key)}`;
}

/** What a kind of incident is about, in the code list of CAP 1.2 §3.2.2. A subject, not a judgement. */
const CATEGORIES: Readonly<Record<string, CapAlert['infos'][number]['category']>> = {
  'oil-spill': 'Env', 'hazmat-leak': 'Safety', 'gas-leak': 'Safety', fire: 'Fire', explosion: 'Safety', 'vessel-accident': 'Transport', weather: 'Met',
};
