// The alert feed as XML: an Atom feed (RFC 4287) whose entries hold one CAP 1.2 alert each, with the
// elements in the order of the CAP schema. Every text is escaped here and nowhere else; characters
// that XML 1.0 cannot carry become U+FFFD, so that no title can break or forge a message.

import type { AlertFeed, CapAlert } from '@anlan/contracts';
import { text } from '@anlan/messages';
import { capTime } from './alert-feed.ts';

export function feedXml(feed: AlertFeed): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom">',
    element('id', `urn:anlan:${feed.sender}:alerts`),
    element('title', `${text('zh-CN', 'feed.alerts')} ${text('en', 'feed.alerts')}`),
    element('updated', feed.at),
    `<author>${element('name', feed.sender)}</author>`,
    ...feed.alerts.map(entryXml),
    '</feed>',
    '',
  ].join('\n');
}

/** Text as it may stand between tags or in an attribute. */
export function escapeXml(given: string): string {
  return given.replace(NOT_XML, '\uFFFD').replace(/[&<>"'\r]/g, (sign) => ENTITIES[sign] ?? '');
}

function entryXml(alert: CapAlert): string {
  const title = alert.infos.map((info) => info.event).join(' / ');
  return `<entry>${element('id', `urn:anlan:${alert.sender}:${alert.identifier}`)}${element('title', title)}${element('updated', alert.sent)}<content type="application/cap+xml">${alertXml(alert)}</content></entry>`;
}

function alertXml(alert: CapAlert): string {
  const { identifier, sender, sent, status, msgType, scope, restriction, note, references, incidents } = alert;
  const head = [['identifier', identifier], ['sender', sender], ['sent', capTime(sent)], ['status', status], ['msgType', msgType], ['scope', scope], ['restriction', restriction], ['note', note], ['references', references], ['incidents', incidents]] as const;
  return `<alert xmlns="urn:oasis:names:tc:emergency:cap:1.2">${elements(head)}${alert.infos.map(infoXml).join('')}</alert>`;
}

function infoXml(info: CapAlert['infos'][number]): string {
  const { language, category, event, urgency, severity, certainty, effective, senderName } = info;
  const head = [['language', language], ['category', category], ['event', event], ['urgency', urgency], ['severity', severity], ['certainty', certainty], ['effective', capTime(effective)], ['senderName', senderName]] as const;
  const parameters = info.parameters.map((parameter) => `<parameter>${element('valueName', parameter.valueName)}${element('value', parameter.value)}</parameter>`);
  return `<info>${elements(head)}${parameters.join('')}${areaXml(info.area)}</info>`;
}

/** CAP 1.2 §3.3: a circle is `latitude,longitude radius`, the radius in km; a point has none. */
function areaXml(area: CapAlert['infos'][number]['area']): string {
  if (area === null) return '';
  const [lonDeg, latDeg] = area.position;
  return `<area>${element('areaDesc', area.areaDesc)}${element('circle', `${latDeg},${lonDeg} 0`)}</area>`;
}

function elements(pairs: readonly (readonly [name: string, value: string | null])[]): string {
  return pairs.map(([name, value]) => (value === null ? '' : element(name, value))).join('');
}

function element(name: string, value: string): string {
  return `<${name}>${escapeXml(value)}</${name}>`;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;', '\r': '&#13;' };
/** What is not a Char of XML 1.0 §2.2, lone surrogates among them. */
const NOT_XML = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;
