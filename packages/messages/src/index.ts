// The only door: all messages by locale, and `sentence` that fills the placeholders.
// An area is one pair of files with the same keys; append it to both lists.

import type { ErrorMessage, Locale, Message, Messages } from './types.ts';
import { account as accountEn } from './en/account.ts';
import { industry as industryEn } from './en/industry.ts';
import { forecast as forecastEn } from './en/forecast.ts';
import { plan as planEn } from './en/plan.ts';
import { kernel as kernelEn } from './en/kernel.ts';
import { server as serverEn } from './en/server.ts';
import { web as webEn } from './en/web.ts';
import { log as logEn } from './en/log.ts';
import { postgres as postgresEn } from './en/postgres.ts';
import { oils as oilsEn } from './en/oils.ts';
import { region as regionEn } from './en/region.ts';
import { tide as tideEn } from './en/tide.ts';
import { files as filesEn } from './en/files.ts';
import { mqtt as mqttEn } from './en/mqtt.ts';
import { review as reviewEn } from './en/review.ts';
import { dispatch as dispatchEn } from './en/dispatch.ts';
import { readiness as readinessEn } from './en/readiness.ts';
import { register as registerEn } from './en/register.ts';
import { cli as cliEn } from './en/cli.ts';
import { access as accessEn } from './en/access.ts';
import { rules as rulesEn } from './en/rules.ts';
import { signal as signalEn } from './en/signal.ts';
import { alert as alertEn } from './en/alert.ts';
import { incident as incidentEn } from './en/incident.ts';
import { ais as aisEn } from './en/ais.ts';
import { drift as driftEn } from './en/drift.ts';
import { allocation as allocationEn } from './en/allocation.ts';
import { movement as movementEn } from './en/movement.ts';
import { siting as sitingEn } from './en/siting.ts';
import { movementNetwork as movementNetworkEn } from './en/movement-network.ts';
import { osm as osmEn } from './en/osm.ts';
import { feed as feedEn } from './en/feed.ts';
import { notice as noticeEn } from './en/notice.ts';
import { document as documentEn } from './en/document.ts';
import { device as deviceEn } from './en/device.ts';
import { highs as highsEn } from './en/highs.ts';
import { allocate as allocateEn } from './en/allocate.ts';
import { stress as stressEn } from './en/stress.ts';
import { stress as stressZh } from './zh-CN/stress.ts';
import { reserves as reservesEn } from './en/reserves.ts';
import { reserves as reservesZh } from './zh-CN/reserves.ts';
import { forces as forcesEn } from './en/forces.ts';
import { forces as forcesZh } from './zh-CN/forces.ts';
import { routing as routingEn } from './en/routing.ts';
import { trips as tripsEn } from './en/trips.ts';
import { account as accountZh } from './zh-CN/account.ts';
import { industry as industryZh } from './zh-CN/industry.ts';
import { forecast as forecastZh } from './zh-CN/forecast.ts';
import { plan as planZh } from './zh-CN/plan.ts';
import { kernel as kernelZh } from './zh-CN/kernel.ts';
import { server as serverZh } from './zh-CN/server.ts';
import { web as webZh } from './zh-CN/web.ts';
import { log as logZh } from './zh-CN/log.ts';
import { postgres as postgresZh } from './zh-CN/postgres.ts';
import { oils as oilsZh } from './zh-CN/oils.ts';
import { region as regionZh } from './zh-CN/region.ts';
import { tide as tideZh } from './zh-CN/tide.ts';
import { files as filesZh } from './zh-CN/files.ts';
import { mqtt as mqttZh } from './zh-CN/mqtt.ts';
import { review as reviewZh } from './zh-CN/review.ts';
import { dispatch as dispatchZh } from './zh-CN/dispatch.ts';
import { readiness as readinessZh } from './zh-CN/readiness.ts';
import { register as registerZh } from './zh-CN/register.ts';
import { cli as cliZh } from './zh-CN/cli.ts';
import { access as accessZh } from './zh-CN/access.ts';
import { rules as rulesZh } from './zh-CN/rules.ts';
import { signal as signalZh } from './zh-CN/signal.ts';
import { alert as alertZh } from './zh-CN/alert.ts';
import { incident as incidentZh } from './zh-CN/incident.ts';
import { ais as aisZh } from './zh-CN/ais.ts';
import { drift as driftZh } from './zh-CN/drift.ts';
import { allocation as allocationZh } from './zh-CN/allocation.ts';
import { movement as movementZh } from './zh-CN/movement.ts';
import { siting as sitingZh } from './zh-CN/siting.ts';
import { movementNetwork as movementNetworkZh } from './zh-CN/movement-network.ts';
import { osm as osmZh } from './zh-CN/osm.ts';
import { feed as feedZh } from './zh-CN/feed.ts';
import { notice as noticeZh } from './zh-CN/notice.ts';
import { document as documentZh } from './zh-CN/document.ts';
import { device as deviceZh } from './zh-CN/device.ts';
import { highs as highsZh } from './zh-CN/highs.ts';
import { allocate as allocateZh } from './zh-CN/allocate.ts';
import { routing as routingZh } from './zh-CN/routing.ts';
import { trips as tripsZh } from './zh-CN/trips.ts';

export type { ErrorMessage, Locale, Message, Messages } from './types.ts';
/** Keys of the web's own sentences: a mistyped one does not compile. */
export type WebKey = keyof typeof webZh;

export const messages: Readonly<Record<Locale, Messages>> = {
  'zh-CN': Object.assign({}, ...[kernelZh, cliZh, mqttZh, filesZh, accountZh, serverZh, webZh, logZh, postgresZh, regionZh, tideZh, registerZh, readinessZh, dispatchZh, reviewZh, industryZh, accessZh, rulesZh, signalZh, alertZh, incidentZh, aisZh, driftZh, movementZh, movementNetworkZh, osmZh, allocationZh, sitingZh, forecastZh, planZh, noticeZh, documentZh, deviceZh, feedZh, oilsZh, highsZh, allocateZh, reservesZh, forcesZh, stressZh, routingZh, tripsZh]) as Messages,
  en: Object.assign({}, ...[kernelEn, cliEn, mqttEn, filesEn, accountEn, serverEn, webEn, logEn, postgresEn, regionEn, tideEn, registerEn, readinessEn, dispatchEn, reviewEn, industryEn, accessEn, rulesEn, signalEn, alertEn, incidentEn, aisEn, driftEn, movementEn, movementNetworkEn, osmEn, allocationEn, sitingEn, forecastEn, planEn, noticeEn, documentEn, deviceEn, feedEn, oilsEn, highsEn, allocateEn, reservesEn, forcesEn, stressEn, routingEn, tripsEn]) as Messages,
};

/** Fills `{param}` placeholders. An unknown key returns the key itself in brackets, so that it is seen. */
export function text(locale: Locale, key: string, params: Readonly<Record<string, string | number>> = {}): string {
  const message = messages[locale][key];
  if (message === undefined) return `[${key}]`;
  if (typeof message === 'string') return fill(locale, message, params);
  return [message.happened, message.means, message.next].map((part) => fill(locale, part, params)).join(locale === 'en' ? ' ' : '');
}

/** The three sentences of an error, filled; undefined when the code has none. */
export function errorText(
  locale: Locale,
  code: string,
  params: Readonly<Record<string, string | number>> = {},
): ErrorMessage | undefined {
  const message: Message | undefined = messages[locale][code];
  if (message === undefined || typeof message === 'string') return undefined;
  return { happened: fill(locale, message.happened, params), means: fill(locale, message.means, params), next: fill(locale, message.next, params) };
}

/**
 * `{name}` takes the parameter; a title that comes in both languages as `nameZh` and `nameEn` gives
 * the one of the reader; a code that has a word, `word.<name>.<code>`, is said in words.
 */
function fill(locale: Locale, template: string, params: Readonly<Record<string, string | number>>): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const given = params[name] ?? params[`${name}${locale === 'en' ? 'En' : 'Zh'}`];
    if (given === undefined) return whole;
    const word = messages[locale][`word.${name}.${given}`];
    return typeof word === 'string' ? word : String(given);
  });
}
