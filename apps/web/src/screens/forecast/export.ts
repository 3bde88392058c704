// Exports of what is on the screen: everything as JSON, the shown moment as GeoJSON, tables as CSV.
// Every file carries the run's id, model, inputs hash and assumptions. Pure; saving is done beside.

import type { Forecast, ForecastFrames } from '@anlan/contracts';

type Frame = ForecastFrames['frames'][number];
type Arrival = NonNullable<Forecast['summary']>['arrivals'][number];

export function forecastJson(forecast: Forecast, frames: ForecastFrames | undefined, realm: string): string {
  return JSON.stringify({ realm, forecast, frames: frames ?? null }, null, 1);
}

export function frameGeoJson(forecast: Forecast, frame: Frame, realm: string): string {
  const features: GeoJSON.Feature[] = [
    ...frame.contours.flatMap(({ probabilityRatio, polygons }) => polygons.map((rings): GeoJSON.Feature => ({
      type: 'Feature', properties: { kind: 'probability-contour', probabilityRatio }, geometry: { type: 'Polygon', coordinates: rings.map((ring) => ring.map((position) => [...position])) },
    }))),
    { type: 'Feature', properties: { kind: 'particles-afloat' }, geometry: { type: 'MultiPoint', coordinates: particlesOf(frame, 1) } },
    { type: 'Feature', properties: { kind: 'particles-stranded' }, geometry: { type: 'MultiPoint', coordinates: particlesOf(frame, 2) } },
    ...(forecast.summary?.arrivals ?? []).filter((arrival) => arrival.probabilityRatio > 0).map((arrival): GeoJSON.Feature => ({
      type: 'Feature',
      properties: { kind: 'sensitive-site', siteId: arrival.siteId, nameZh: arrival.titles.zh, nameEn: arrival.titles.en, probabilityRatio: arrival.probabilityRatio, earliestAt: arrival.earliestAt, medianAt: arrival.medianAt },
      geometry: { type: 'Point', coordinates: [...arrival.position] },
    })),
  ];
  return JSON.stringify({ type: 'FeatureCollection', metadata: { ...provenance(forecast, realm), at: frame.at, leadTimeS: frame.leadTimeS }, features });
}

/** Two tables in one file, each with its heading: arrivals as ordered on the screen, then the mass budget. */
export function tablesCsv(forecast: Forecast, arrivals: readonly Arrival[], realm: string): string {
  const lines: (readonly unknown[])[] = [
    ...Object.entries(provenance(forecast, realm)).map(([name, value]) => [`# ${name}`, typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : JSON.stringify(value)]),
    ['siteId', 'nameZh', 'nameEn', 'priorityIndex', 'probabilityRatio', 'earliestAt', 'medianAt', 'shoreLengthM'],
    ...arrivals.map((a) => [a.siteId, a.titles.zh, a.titles.en, a.priorityIndex, a.probabilityRatio, a.earliestAt, a.medianAt, a.shoreLengthM]),
    [],
    ['at', 'afloatKg', 'evaporatedKg', 'strandedKg', 'outsideKg', 'pendingKg'],
    ...(forecast.summary?.massBudget ?? []).map((p) => [p.at, p.afloatKg, p.evaporatedKg, p.strandedKg, p.outsideKg, p.pendingKg]),
  ];
  return `\ufeff${lines.map((line) => line.map(csvCell).join(',')).join('\r\n')}\r\n`;
}

/** Quoted where needed; a cell that a table program would run as a formula is made text (RFC 4180 says nothing of it). */
export function csvCell(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return String(value);
  const text = typeof value === 'string' ? value : String(value as boolean);
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

export function exportName(forecast: Forecast, extension: string, isDrill: boolean): string {
  return `${isDrill ? 'EXERCISE-' : ''}${forecast.id}-${forecast.requestedAt.replace(/[:.]/g, '')}.${extension}`;
}

function provenance(forecast: Forecast, realm: string) {
  const { summary, input } = forecast;
  return { realm, forecastId: forecast.id, incidentId: forecast.incidentId, requestedAt: forecast.requestedAt, modelVersion: summary?.modelVersion ?? '', inputsHash: summary?.inputsHash ?? '', randomSeed: input.randomSeed, indicative: summary?.indicative ?? true, assumed: summary?.assumed ?? [], warnings: summary?.warnings ?? [] };
}

function particlesOf(frame: Frame, state: number): GeoJSON.Position[] {
  return frame.states.flatMap((own, index) => (own === state ? [[frame.positionsDeg[2 * index] ?? 0, frame.positionsDeg[2 * index + 1] ?? 0]] : []));
}
