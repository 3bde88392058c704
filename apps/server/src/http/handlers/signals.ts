// Readings, ships, tide, reports of people, files.

import { judgeAllLatest, findReportByReceipt, handleAcknowledgeReport, handleDismissReport, scopeOf } from '@anlan/domain';
import type { IngestCount, ReportBody } from '@anlan/domain';
import { addS, instant, ok, refuse } from '@anlan/kernel';
import { done } from '../call.ts';
import type { Handlers } from '../call.ts';
import { viewToWire } from '../to-wire.ts';
import { receiveReport } from '../receive-report.ts';

type SignalRoutes =
  | 'postReadings' | 'listSensors' | 'getSeries' | 'listVessels' | 'getTrack' | 'getTide' | 'listIngest' | 'postPublicReport'
  | 'getReceipt' | 'listReports' | 'acknowledgeReport' | 'dismissReport' | 'getArtefact';

export const signalHandlers: Pick<Handlers, SignalRoutes> = {
  async postReadings({ app, body, actor }) {
    const answered = actor.kind === 'device' ? await app.devices.take(actor.id, body.readings) : await app.services.takeReadings(`http-${actor.id}`, body.readings, { actor });
    if (!answered.ok) return answered;
    const { accepted, known, refused } = answered.value;
    return ok({ acceptedCount: accepted.length, knownCount: known.length, refused: refused.map(({ itemIndex, refusal }) => ({ index: itemIndex, ...refusal })) });
  },

  async listSensors({ app, context }) {
    const sensors = app.lists.listSensors();
    const latest = judgeAllLatest(sensors, await app.observations.latestReadings(), context.now);
    const bySensor = new Map(latest.map((item) => [item.sensorId, item]));
    return ok(sensors.map((sensor) => {
      const now = bySensor.get(sensor.id);
      return { sensor, quality: now?.quality ?? 'missing', reading: now?.reading ?? null, lastGoodAt: now?.lastGoodAt ?? null };
    }));
  },

  async getSeries({ app, params, query }) {
    if (app.lists.findSensor(params.id) === undefined) return refuse('SIGNAL_SENSOR_UNKNOWN', { sensorId: params.id });
    const range = { fromAt: instant(query.fromAt), toAt: instant(query.toAt) };
    return ok(await app.observations.readingSeries({ sensorId: params.id, ...range, limitCount: SERIES_COUNT }));
  },

  async listVessels({ app, context }) {
    const states = await app.observations.latestVesselStates({ sinceAt: addS(context.now, -VESSEL_MEMORY_S), limitCount: VESSEL_COUNT });
    return ok(states.map((state) => ({ ...state, ...app.services.unitOfMmsi(state.mmsi) })));
  },

  async getTrack({ app, params, query }) {
    const range = { fromAt: instant(query.fromAt), toAt: instant(query.toAt) };
    return ok(await app.observations.vesselTrack({ mmsi: params.id, ...range, limitCount: SERIES_COUNT }));
  },

  async getTide({ app, query }) {
    return app.services.tide({ fromAt: instant(query.fromAt), toAt: instant(query.toAt), stationId: query.stationId });
  },

  async listIngest({ app }) {
    const counts = mergeCounts(app.ingest.list(), app.doorCounts());
    return ok(counts.map((count) => {
      const source = app.services.sourceOf(count.sourceId);
      return { ...count, titles: source.titles, simulated: source.simulated, lastReceivedAt: count.lastReceivedAt ?? null };
    }));
  },

  postPublicReport: ({ app, request, context }) => receiveReport(app, request, context),

  async getReceipt({ app, params, context }) {
    return findReportByReceipt(app, params.id, context);
  },

  async listReports({ app }) {
    const views = await app.views.list<ReportBody>({ realm: app.realm, kind: 'report', newestFirst: true, limitCount: 500 });
    return ok(views.map((view) => {
      const { idempotencyKey: _key, ...report } = viewToWire(view);
      return report;
    }));
  },

  async acknowledgeReport({ app, params, context }) {
    return done(await handleAcknowledgeReport(app, { reportId: params.id }, context));
  },

  async dismissReport({ app, params, body, context }) {
    return done(await handleDismissReport(app, { reportId: params.id, reason: body.reason }, context));
  },

  async getArtefact({ app, params, actor, reply }) {
    // A file does not say whose it is; whoever sees only what is their own sees none.
    if (scopeOf(actor, 'artefact.read') !== 'all') return refuse('HTTP_ARTEFACT_UNKNOWN', { id: params.id });
    // A document is read through the record that names it, not by its id.
    if ((await app.views.find(app.realm, 'document', params.id)) !== undefined && scopeOf(actor, 'report.read') !== 'all') return refuse('HTTP_ARTEFACT_UNKNOWN', { id: params.id });
    const artefact = await app.artefacts.get(params.id);
    if (artefact === undefined) return refuse('HTTP_ARTEFACT_UNKNOWN', { id: params.id });
    void reply.header('content-type', artefact.mediaType).header('cache-control', 'private, max-age=31536000, immutable');
    if (!artefact.mediaType.startsWith('image/')) void reply.header('content-disposition', 'attachment');
    return ok(Buffer.from(artefact.bytes));
  },
};

/** What the decoders refused stands beside what the signal stage took from the same door. */
function mergeCounts(taken: readonly IngestCount[], doors: readonly IngestCount[]): readonly IngestCount[] {
  const sourceIds = [...new Set([...taken, ...doors].map(({ sourceId }) => sourceId))];
  return sourceIds.map((sourceId) => {
    const own = taken.find((count) => count.sourceId === sourceId);
    const door = doors.find((count) => count.sourceId === sourceId);
    return { sourceId, acceptedCount: own?.acceptedCount ?? 0, refusedCounts: { ...door?.refusedCounts, ...own?.refusedCounts }, lastReceivedAt: own?.lastReceivedAt ?? door?.lastReceivedAt };
  });
}

/** A chart needs no more points than this. */
const SERIES_COUNT = 5000;
/** Ships not heard for longer are no longer on the map; the track keeps them. */
const VESSEL_MEMORY_S = 3600;
const VESSEL_COUNT = 5000;
