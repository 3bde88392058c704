// Roads, quays and ferries of the pack: what moves between islands. The graph is coarse and
// approximate: main roads and bridges only, lengths by rule (see the note in the file).

import type { LonLat } from '@anlan/kernel';
import { readJson } from './files.ts';

type Confidence = 'verified' | 'likely' | 'unsure' | 'demonstration';

/** Structurally the road graph of the movement model. */
export interface RoadNetwork {
  readonly nodes: readonly RoadNetworkNode[];
  readonly edges: readonly RoadNetworkEdge[];
}

export interface RoadNetworkNode {
  readonly id: string;
  readonly name: string;
  readonly names: { readonly zh: string; readonly en: string };
  readonly position: LonLat;
}

export interface RoadNetworkEdge {
  readonly id: string;
  readonly name?: string;
  readonly names?: { readonly zh: string; readonly en: string };
  readonly fromNode: string;
  readonly toNode: string;
  readonly lengthM: number;
  readonly speedMps: number;
  readonly classCode: 'expressway' | 'main' | 'local' | 'bridge';
  readonly bridgeId?: string;
  readonly windLimitMps?: number;
  readonly windStages?: readonly { readonly windSpeedMpsMin: number; readonly speedMpsMax: number }[];
  readonly confidence: Confidence;
}

/** Structurally the quay of the movement model, with what is known of it. */
export interface NetworkQuay {
  readonly id: string;
  readonly name: string;
  readonly names: { readonly zh: string; readonly en: string };
  readonly position: LonLat;
  readonly roadNode: string;
  /** null: not known. Never read as deep enough. */
  readonly depthM: number | null;
  readonly berthCount: number;
  readonly confidence: Confidence;
}

export interface FerryLine {
  readonly id: string;
  readonly names: { readonly zh: string; readonly en: string };
  readonly fromQuay: string;
  readonly toQuay: string;
  readonly kindCode: 'fast' | 'vehicle';
  readonly durationS: number;
  readonly seatCount: number;
  /** Departures by the clock of the region, `hh:mm`. Invented. */
  readonly departuresLocal: readonly string[];
  readonly windLimitMps: number;
  readonly waveLimitM: number;
  readonly visibilityLimitM: number;
  readonly demonstration: true;
}

export interface Networks {
  readonly note: string;
  readonly roads: RoadNetwork;
  readonly quays: readonly NetworkQuay[];
  readonly ferries: readonly FerryLine[];
}

export function loadNetworks(): Networks {
  return readJson<Networks>('networks/roads.json');
}
