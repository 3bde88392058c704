// Incidents: from opening to closing. Each is one call of the domain; what later stages keep open is
// gathered here, because the incident stage does not know them.

import {
  checkReleaseStart, handleAnswerClock, handleCloseIncident, handleConfirm, handleContain, handleDecideLevel, handleDismissIncident, handleHandOver, handleLinkSources, handleNote, handleOpenIncident,
  handleReactivate, handleRecordFacts, handleStartVerification, handleTerminate, handleVerify, incidentFold, standingFactIds, timelineOf,
} from '@anlan/domain';
import type { Appended, FactInput, IncidentBody, View } from '@anlan/domain';
import { oilMassKg } from '@anlan/drift';
import type { OilRecord } from '@anlan/drift';
import { degCToK, instant, instantFromIso, ok, refuse } from '@anlan/kernel';
import type { Instant, Result } from '@anlan/kernel';
import type { RouteBody } from '@anlan/contracts';
import { viewKnownAt } from '../../known-at.ts';
import { mayReadIncident, readableIncidents } from '../../services/incident-readers.ts';
import { done } from '../call.ts';
import type { Handlers } from '../call.ts';
import { viewToWire } from '../to-wire.ts';

type IncidentRoutes =
  | 'openIncident' | 'listIncidents' | 'getIncident' | 'getOpenThings' | 'getTimeline' | 'startVerification' | 'verifyIncident' | 'confirmSpill'
  | 'dismissIncident' | 'recordFact' | 'decideLevel' | 'answerClock' | 'addNote' | 'containIncident' | 'terminateIncident' | 'closeIncident'
  | 'reactivateIncident' | 'linkSources' | 'handOverIncident';

export const incidentHandlers: Pick<Handlers, IncidentRoutes> = {
  async openIncident({ app, body, context }) {
    return created(await handleOpenIncident(app.services.incidentDeps, { ...body, happenedAt: instant(body.happenedAt) }, context));
  },

  async listIncidents({ app, query, actor }) {
    const where = query.state === undefined ? {} : { where: { state: query.state } };
    const limitCount = query.limit ?? 200;
    // What others own takes no place in the list of those who read only their own.
    const views = await app.views.list<IncidentBody>({ realm: app.realm, kind: 'incident', ...where, newestFirst: true });
    return ok((await readableIncidents(app, actor, views)).slice(0, limitCount).map(incidentToWire));
  },

  async getIncident({ app, params, query, actor }) {
    if (!(await mayReadIncident(app, actor, params.id))) return refuse('INCIDENT_UNKNOWN', { id: params.id });
    const view = query.knownAt === undefined
      ? await app.views.find<IncidentBody>(app.realm, 'incident', params.id)
      : await viewKnownAt(app, 'incident', incidentFold, params.id, instant(query.knownAt));
    return view === undefined ? refuse('INCIDENT_UNKNOWN', { id: params.id }) : ok(incidentToWire(view));
  },

  async getOpenThings({ app, params, actor, context }) {
    if (!(await mayReadIncident(app, actor, params.id))) return refuse('INCIDENT_UNKNOWN', { id: params.id });
    return ok(await app.services.openThings(params.id, context));
  },

  async getTimeline({ app, params, query, actor, context }) {
    if (!(await mayReadIncident(app, actor, params.id))) return refuse('INCIDENT_UNKNOWN', { id: params.id });
    const knownAt = query.knownAt === undefined ? undefined : instant(query.knownAt);
    const events = await app.services.eventsOfIncident(params.id, context);
    if (!events.ok) return events;
    const known = knownAt === undefined ? events.value : events.value.filter((event) => event.recordedAt <= knownAt);
    return ok({ knownAt: knownAt ?? null, entries: timelineOf(known) });
  },

  async startVerification({ app, params, context }) {
    return done(await handleStartVerification(app.services.incidentDeps, { incidentId: params.id }, context));
  },

  async verifyIncident({ app, params, body, context }) {
    return done(await handleVerify(app.services.incidentDeps, { incidentId: params.id, note: body.note, ...seen(body) }, context));
  },

  async confirmSpill({ app, params, body, context }) {
    const water = app.services.checkWater(body.position);
    if (!water.ok) return water;
    const start = checkReleaseStart(instant(body.releaseStartedAt), context.now);
    if (!start.ok) return start;
    const oil = app.services.findOil(body.oilId);
    if (!oil.ok) return oil;
    if (body.massKg === null && body.volumeM3 === null) return refuse('HTTP_INPUT_INVALID', { where: 'massKg, volumeM3', detail: 'one-of-them' });
    const confirmed = await handleConfirm(app.services.incidentDeps, { incidentId: params.id, note: body.note, facts: spillFacts(body, context.now, derivedMassKg(body, oil.value)), ...seen(body) }, context);
    if (!confirmed.ok) return confirmed;
    const requested = await app.services.requestForecast(params.id, {}, context);
    return requested.ok ? ok({ forecastId: requested.value.id, streamVersion: confirmed.value.streamVersion }) : requested;
  },

  async dismissIncident({ app, params, body, context }) {
    return done(await handleDismissIncident(app.services.incidentDeps, { incidentId: params.id, reason: body.reason }, context));
  },

  async recordFact({ app, params, body, actor, context }) {
    if (!(await mayReadIncident(app, actor, params.id))) return refuse('INCIDENT_UNKNOWN', { id: params.id });
    const { seenVersion: _seen, position, supersedesFactId, happenedAt, ...rest } = body;
    const fact: FactInput = { ...rest, happenedAt: instant(happenedAt), position: position ?? null, supersedesFactId: supersedesFactId ?? null };
    return done(await handleRecordFacts(app.services.incidentDeps, { incidentId: params.id, facts: [fact], ...seen(body) }, context));
  },

  async decideLevel({ app, params, body, context }) {
    return done(await handleDecideLevel(app.services.incidentDeps, { incidentId: params.id, levelIndex: body.levelIndex, reason: body.reason, ...seen(body) }, context));
  },

  async answerClock({ app, params, body, context }) {
    const answeredAt = body.answeredAt === undefined ? context.now : instantFromIso(body.answeredAt);
    if (typeof answeredAt !== 'number' && !answeredAt.ok) return answeredAt;
    const at = typeof answeredAt === 'number' ? answeredAt : answeredAt.value;
    return done(await handleAnswerClock(app.services.incidentDeps, { incidentId: params.id, clockId: params.clockId, text: body.text, answeredAt: at, ...seen(body) }, context));
  },

  async handOverIncident({ app, params, body, context }) {
    return done(await handleHandOver(app.services.incidentDeps, { incidentId: params.id, organisationId: body.organisationId, reason: body.reason, ...seen(body) }, context));
  },

  async addNote({ app, params, body, actor, context }) {
    if (!(await mayReadIncident(app, actor, params.id))) return refuse('INCIDENT_UNKNOWN', { id: params.id });
    return done(await handleNote(app.services.incidentDeps, { incidentId: params.id, text: body.text, ...seen(body) }, context));
  },

  async containIncident({ app, params, body, context }) {
    return done(await handleContain(app.services.incidentDeps, { incidentId: params.id, text: body.text, ...seen(body) }, context));
  },

  async terminateIncident({ app, params, body, context }) {
    return done(await handleTerminate(app.services.incidentDeps, { incidentId: params.id, reason: body.reason, conditions: body.conditions, ...seen(body) }, context));
  },

  async reactivateIncident({ app, params, body, context }) {
    return done(await handleReactivate(app.services.incidentDeps, { incidentId: params.id, reason: body.reason }, context));
  },

  async linkSources({ app, params, body, context }) {
    return done(await handleLinkSources(app.services.incidentDeps, { incidentId: params.id, alertIds: body.alertIds, reportIds: body.reportIds, ...seen(body) }, context));
  },

  async closeIncident({ app, params, body, context }) {
    const openThings = await app.services.openThings(params.id, context);
    return done(await handleCloseIncident(app.services.incidentDeps, { incidentId: params.id, overrideReason: body.overrideReason ?? null, openThings, ...seen(body) }, context));
  },
};

/** With every fact it is told whether it stands, so that no screen has a rule of its own. */
function incidentToWire(view: View<IncidentBody>): Record<string, unknown> {
  const standing = standingFactIds(view.body.facts);
  return viewToWire({ ...view, body: { ...view.body, facts: view.body.facts.map((fact) => ({ ...fact, standing: standing.has(fact.id) })) } });
}

function created(result: Result<Appended>): Result<unknown> {
  return result.ok ? ok({ id: result.value.id, streamVersion: result.value.streamVersion }) : result;
}

function seen(body: { readonly seenVersion?: number | undefined }): { readonly seenVersion?: number } {
  return body.seenVersion === undefined ? {} : { seenVersion: body.seenVersion };
}

/** Grades go by mass: a volume gives one, named as derived. */
function derivedMassKg(body: RouteBody<'confirmSpill'>, oil: OilRecord): number | null {
  if (body.massKg !== null || body.volumeM3 === null) return null;
  return Math.round(oilMassKg(oil, body.volumeM3, body.waterTemperatureDegC === null ? OIL_REFERENCE_K : degCToK(body.waterTemperatureDegC)));
}

/** 15 °C, the reference temperature of oil densities. */
const OIL_REFERENCE_K = 288.15;

/** The form's entries as facts; what was left empty becomes no fact, never a zero. */
function spillFacts(body: RouteBody<'confirmSpill'>, now: Instant, derivedKg: number | null): readonly FactInput[] {
  const startedAt = instant(body.releaseStartedAt);
  const number = (code: string, factValue: number | null, unitCode: string, happenedAt = now): readonly FactInput[] =>
    factValue === null ? [] : [{ code, factValue, unitCode, text: '', happenedAt, verified: true }];
  return [
    { code: 'oil', factValue: null, unitCode: null, text: body.oilId, happenedAt: startedAt, verified: true },
    { code: 'position', factValue: null, unitCode: null, text: '', position: body.position, happenedAt: startedAt, verified: true },
    ...number('spilled-mass', body.massKg, 'kg', startedAt),
    ...(derivedKg === null ? [] : [{ code: 'spilled-mass', factValue: derivedKg, unitCode: 'kg', text: '由体积按油的密度换算 derived from the volume by the density of the oil', happenedAt: startedAt, verified: false }]),
    ...number('spilled-volume', body.volumeM3, 'm3', startedAt),
    ...number('release-duration', body.releaseDurationS, 's', startedAt),
    { code: 'release-started', factValue: null, unitCode: null, text: body.releaseStartedAt, happenedAt: startedAt, verified: true },
    ...number('wind-speed', body.windSpeedMps, 'm/s'),
    ...number('wind-from', body.windFromDegTrue, 'degTrue'),
    ...number('water-temperature', body.waterTemperatureDegC, 'degC'),
  ];
}
