// Tide of a station between two instants: curve and turns, marked indicative where its constants are.

import { findTideTurns } from '@anlan/tide';
import { addS, ok, refuse, secondsBetween } from '@anlan/kernel';
import type { Instant, Result } from '@anlan/kernel';
import type { ServiceBase } from '../services.ts';

export function tideOf(base: Pick<ServiceBase, 'region'>, query: { readonly fromAt: Instant; readonly toAt: Instant; readonly stationId: string | undefined }): Result<unknown> {
  const { region } = base;
  const stationId = query.stationId ?? region.mainTideStationId;
  const station = region.tideStations.find((known) => known.id === stationId);
  if (station === undefined) return refuse('HTTP_TIDE_STATION_UNKNOWN', { stationId });
  const spanS = secondsBetween(query.fromAt, query.toAt);
  if (spanS <= 0 || spanS > SPAN_S_MAX) return refuse('HTTP_INPUT_INVALID', { where: 'fromAt, toAt', detail: 'span-wrong' });
  const predictor = region.tidePredictor(stationId);
  const turns = findTideTurns(predictor, query);
  if (!turns.ok) return turns;
  const count = Math.ceil(spanS / STEP_S);
  const series = Array.from({ length: count + 1 }, (_unused, i) => {
    const at = addS(query.fromAt, Math.min(spanS, i * STEP_S));
    return { at, heightM: Math.round(predictor.heightM(at) * 1000) / 1000 };
  });
  return ok({
    stationId, titles: { zh: station.nameZh, en: station.nameEn }, indicative: station.indicative === true, sourceText: station.source, datumText: station.datum,
    series, extremes: turns.value.map(({ at, heightM, kind }) => ({ at, heightM: Math.round(heightM * 1000) / 1000, kind })),
  });
}

const STEP_S = 600;
/** A week and a day: more is a table, not a curve. */
const SPAN_S_MAX = 8 * 86_400;
