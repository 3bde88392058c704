// Readings, ships, reports, tide.
import { Type } from '@sinclair/typebox';
import { At, Coded, County, Id, literals, LonLat, nullable, Titles } from './common.ts';

export const ReadingIn = Type.Object({ sensorId: Type.String({ maxLength: 200 }), value: Type.Number(), observedAt: Type.String({ maxLength: 40 }) });
/** Items are judged one by one, so `readings` is not validated deeper here: a bad one must not lose the others. */
export const ReadingBatch = Type.Object({ sourceId: Type.Optional(Type.String({ maxLength: 80 })), readings: Type.Array(Type.Unknown(), { maxItems: 10000 }) });
export const ReadingAnswer = Type.Object({
  acceptedCount: Type.Integer(),
  /** Known before: same sensor, instant and value. Acknowledged, not stored again. */
  knownCount: Type.Integer(),
  refused: Type.Array(Type.Object({ index: Type.Integer(), code: Type.String(), params: Type.Record(Type.String(), Type.Union([Type.String(), Type.Number()])) })),
});

export const Sensor = Type.Object({
  id: Id, titles: Titles, quantity: Type.String(), unitCode: Type.String(), position: LonLat, facilityId: Type.Optional(Type.String()),
  updateContract: literals(['periodic', 'event']), staleAfterS: Type.Number(), validMinValue: Type.Number(), validMaxValue: Type.Number(), simulated: Type.Boolean(),
});
export const Reading = Type.Object({ sensorId: Id, readingValue: Type.Number(), observedAt: At, receivedAt: At, sourceId: Type.String(), simulated: Type.Boolean() });
export const SensorNow = Type.Object({
  sensor: Sensor, quality: literals(['live', 'stale', 'missing']), reading: nullable(Reading), lastGoodAt: nullable(At),
});
export const Vessel = Type.Object({
  mmsi: Type.String(), name: Type.Optional(Type.String()), callSign: Type.Optional(Type.String()), shipTypeCode: Type.Optional(Type.Integer()),
  lengthM: Type.Optional(Type.Number()), beamM: Type.Optional(Type.Number()), draughtM: Type.Optional(Type.Number()), destination: Type.Optional(Type.String()),
  position: Type.Optional(LonLat), courseDegTrue: Type.Optional(Type.Number()), headingDegTrue: Type.Optional(Type.Number()), speedMps: Type.Optional(Type.Number()),
  navigationStatusCode: Type.Optional(Type.Integer()), aidToNavigation: Type.Optional(Type.Boolean()),
  observedAt: At, receivedAt: At, sourceId: Type.String(), simulated: Type.Boolean(),
  /** Our own register record, when this MMSI is one of our units. */
  unitId: Type.Optional(Type.String()),
});
export const IngestCount = Type.Object({
  sourceId: Type.String(), titles: Titles, simulated: Type.Boolean(), acceptedCount: Type.Integer(), knownCount: Type.Optional(Type.Integer()),
  refusedCounts: Type.Record(Type.String(), Type.Integer()), lastReceivedAt: nullable(At),
});
export const TidePoint = Type.Object({ at: At, heightM: Type.Number() });
export const TideAnswer = Type.Object({
  stationId: Type.String(), titles: Titles, indicative: Type.Boolean(), sourceText: Type.String(), datumText: Type.String(),
  series: Type.Array(TidePoint), extremes: Type.Array(Type.Object({ at: At, heightM: Type.Number(), kind: literals(['high', 'low']) })),
});

export const Report = Type.Object({
  id: Id, receiptNumber: Type.String(), what: Type.String(), placeText: Type.String(), position: nullable(LonLat), county: nullable(County), phone: Type.String(),
  photoArtefactIds: Type.Array(Type.String()), observedAt: At, receivedAt: At, state: literals(['received', 'acknowledged', 'linked', 'dismissed']),
  incidentId: nullable(Type.String()), dismissedReason: nullable(Type.String()), streamVersion: Type.Integer(),
});
/** Multipart fields of the public form; `photo` parts carry the pictures. */
export const PublicReportFields = Type.Object({
  idempotencyKey: Type.String({ minLength: 16, maxLength: 80 }), what: Type.String({ minLength: 2, maxLength: 2000 }),
  placeText: Type.String({ maxLength: 300 }), phone: Type.String({ minLength: 5, maxLength: 30 }),
  lonDeg: Type.Optional(Type.Number()), latDeg: Type.Optional(Type.Number()), observedAt: Type.Optional(Type.String()),
});
export const ReceiptAnswer = Type.Object({ receiptNumber: Type.String(), receivedAt: At, repeated: Type.Boolean() });
export const ReceiptStatus = Type.Object({ receiptNumber: Type.String(), receivedAt: At, state: literals(['received', 'acknowledged', 'linked', 'dismissed']) });
export const RefusedItem = Coded;
