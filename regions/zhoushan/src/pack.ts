// The pack as one object: everything that the engine may know of Zhoushan. Another port writes its
// own with the same members; the engine names no place.

import type { BboxDeg, Instant, LonLat, Polygon, Result } from '@anlan/kernel';
import type { RuleBook, SeedRegister } from '@anlan/domain';
import type { HarmonicCurrentField, TidePredictor } from '@anlan/tide';
import { countyAt } from './counties.ts';
import { currentAssumptions, currentFieldFor, loadCurrentHeader } from './current.ts';
import { dataPath, readBytes } from './files.ts';
import { LAND_BBOX_DEG, loadLand } from './land.ts';
import type { FerryLine, NetworkQuay, RoadNetwork } from './networks.ts';
import { loadNetworks } from './networks.ts';
import type { RegionPlace } from './places.ts';
import { loadPlaces } from './places.ts';
import type { PackCheckIn, PackRegisters } from './registers.ts';
import { loadCheckIns, loadRegisters, seedFacts, seedRegisters } from './registers.ts';
import { ruleBook } from './rules.ts';
import { loadStressPack } from './stress.ts';
import type { StressPack } from './stress.ts';
import type { TideStation } from './tide.ts';
import { loadTideStations, tidePredictor } from './tide.ts';

export interface RegionPack {
  readonly id: string;
  readonly names: { readonly zh: string; readonly en: string };
  /** Window of the coast. */
  readonly bboxDeg: BboxDeg;
  readonly centre: LonLat;
  readonly timeZone: string;
  /** Folder to serve as the base map; `basemap.json` in it is the manifest. */
  readonly basemapDir: string;
  readonly loadLand: () => readonly Polygon[];
  /** The current for a run near `at`; assumptions behind it by `currentAssumptions`. */
  readonly currentFieldFor: (at: Instant, predictor?: TidePredictor) => Result<HarmonicCurrentField>;
  readonly currentAssumptions: typeof currentAssumptions;
  /** Inside, the current is as good as it gets; between it and the rim it is imposed by the rim. */
  readonly currentTrustedBboxDeg: BboxDeg;
  readonly tideStations: readonly TideStation[];
  /** Station whose tide stands for the region where none is chosen. */
  readonly mainTideStationId: string;
  /** Organisation that keeps the watch: whose an alert is when no record names a unit. */
  readonly watchOrganisationId: string;
  readonly tidePredictor: (stationId: string) => TidePredictor;
  readonly places: readonly RegionPlace[];
  /** The county of a place or of the nearest shore; null outside. */
  readonly countyAt: typeof countyAt;
  readonly registers: PackRegisters;
  /** `registers` in the shape and order that the register engine seeds from. */
  readonly seed: readonly SeedRegister[];
  /** Check-ins of the demonstration, so that its readiness board says something on the first day. */
  readonly demonstrationCheckIns: readonly PackCheckIn[];
  /** Documents that records of `seed` name; each says of itself that it proves nothing. */
  readonly seedDocuments: readonly { readonly name: string; readonly bytes: Uint8Array }[];
  /** The same without anything invented: what production begins with. */
  readonly seedFacts: readonly SeedRegister[];
  /** Rule sets and reporting clocks of the region, laid over the national ones. */
  readonly ruleBook: Partial<RuleBook>;
  readonly roads: RoadNetwork;
  readonly quays: readonly NetworkQuay[];
  readonly ferries: readonly FerryLine[];
  /** Scenarios, weather and ports of the readiness stress test. */
  readonly stress: StressPack;
}

/** Reads every file of the pack but land and current, which are read on demand. */
export function loadRegionPack(): RegionPack {
  const registers = loadRegisters();
  const { roads, quays, ferries } = loadNetworks();
  return {
    id: 'zhoushan',
    names: { zh: '舟山', en: 'Zhoushan' },
    bboxDeg: LAND_BBOX_DEG,
    centre: [122.16, 30.02],
    timeZone: 'Asia/Shanghai',
    basemapDir: dataPath('basemap'),
    loadLand,
    currentFieldFor,
    currentAssumptions,
    currentTrustedBboxDeg: loadCurrentHeader().trustedBboxDeg,
    tideStations: loadTideStations(),
    mainTideStationId: 'zhoushan-indicative',
    watchOrganisationId: 'org-emergency-bureau',
    tidePredictor,
    places: loadPlaces(),
    countyAt,
    registers,
    demonstrationCheckIns: loadCheckIns(),
    seed: seedRegisters(registers),
    seedDocuments: [{ name: '演示证明材料 demonstration.pdf', bytes: readBytes('documents/demonstration-evidence.pdf') }],
    seedFacts: seedFacts(registers),
    ruleBook,
    roads,
    quays,
    ferries,
    stress: loadStressPack(),
  };
}

let pack: RegionPack | undefined;

/** The pack, read once, at the first call. */
export function regionPack(): RegionPack {
  pack ??= loadRegionPack();
  return pack;
}
