// One search from a place to all the water of a 100 m grid: earliest arrival with draught, tide,
// current, weather limits, bridges and closures. A field holds typed arrays; routes are plain JSON.
// Seconds are counted from `request.departAt`, waiting included.

import type { Assumption, BboxDeg, Instant, LocalName, LonLat, Polygon } from '@anlan/kernel';
import type { CurrentSource, DepthGrid, TideHeightSource, WeatherSeries } from '../spi/sea-sources.ts';
import type { Found } from '../spi/engines.ts';
import type { Reason, SeaClosure } from './travel.ts';

/** Land polygons as cells of about 100 m; the rule of the raster stands in `sea/fine-raster.ts`. */
export interface FineSeaGrid {
  readonly bboxDeg: BboxDeg;
  readonly cellM: number;
  readonly widthCount: number;
  readonly heightCount: number;
  readonly stepLonDeg: number;
  readonly stepLatDeg: number;
  /** Metres of one cell in each row, along the parallel and along the meridian. */
  readonly rowLonM: Float64Array;
  readonly rowLatM: Float64Array;
  /** 1 land, 0 water; cell (x, y) has index y·widthCount + x, row 0 in the south. */
  readonly land: Uint8Array;
  /** What the raster decided beyond the plain share of land. */
  readonly raster: FineRasterReport;
}

export interface FineRasterReport {
  readonly landCount: number;
  readonly waterCount: number;
  /** Cells of narrow channels and harbour mouths that were kept open. */
  readonly reopenedCount: number;
  /** Islets smaller than half a cell that were kept closed. */
  readonly isletCount: number;
  /** Cells closed because a thin barrier (mole, causeway) runs through. */
  readonly barrierCount: number;
}

export interface SeaPlace {
  readonly name: LocalName;
  readonly position: LonLat;
}

export interface SeaProfile {
  readonly id: string;
  /** Speed through the water. */
  readonly speedMps: number;
  readonly draughtM?: number;
  readonly underKeelClearanceM?: number;
  /** Height above the water of the highest fixed point. */
  readonly airDraughtM?: number;
  /** At or above it does not sail; visibility: below it. */
  readonly windSpeedMpsMax?: number;
  readonly waveHeightMMax?: number;
  readonly visibilityMMin?: number;
}

/** A bridge or cable over the water: every cell that the line touches is low. */
export interface AirGap {
  readonly id: string;
  readonly name: LocalName;
  readonly lineDeg: readonly LonLat[];
  /** Free height above the datum of the tide (mean sea level here). */
  readonly clearanceM: number;
  readonly sourceText: string;
}

export interface SeaWorld {
  readonly grid: FineSeaGrid;
  readonly depth?: DepthGrid;
  readonly tide?: TideHeightSource;
  readonly current?: CurrentSource;
  readonly weather?: WeatherSeries;
  readonly closures: readonly SeaClosure[];
  readonly bridges?: readonly AirGap[];
}

export interface SeaFieldRequest {
  readonly from: SeaPlace;
  readonly departAt: Instant;
  readonly profile: SeaProfile;
  /** Farthest that a place may lie from open water. */
  readonly toleranceM: number;
}

export interface SeaFieldRoute {
  /** When it leaves: `request.departAt`, or later when weather holds it in port. */
  readonly departAt: Instant;
  readonly arriveAt: Instant;
  /** From `request.departAt` to `arriveAt`, waiting included. */
  readonly durationS: number;
  readonly distanceM: number;
  /** In port for weather and under way for tide, current or a closure. */
  readonly waitS: number;
  readonly pathDeg: readonly LonLat[];
  readonly reason: readonly Reason[];
  readonly assumed: readonly Assumption[];
}

export interface SeaField {
  readonly grid: FineSeaGrid;
  readonly departAt: Instant;
  /** Seconds from `departAt` to the cell of the position; null where it is land, outside or out of reach. */
  arriveAtS(position: LonLat): number | null;
  to(place: SeaPlace): Found<SeaFieldRoute>;
  /** Seconds of every cell, Infinity where not reached: for maps and isochrones. */
  readonly cellS: Float32Array;
  readonly assumed: readonly Assumption[];
}

export interface SeaIsochrone {
  readonly thresholdS: number;
  readonly polygons: readonly Polygon[];
}
