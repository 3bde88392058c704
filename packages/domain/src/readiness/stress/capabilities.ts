// What the stress test asks for beyond goods: vehicles, vessels, teams, beds, shelter places. Each
// unit of the registers serves one need of a scenario: the first of its line that is asked for.
// Kinds of goods that share a loose capability ("other", "protection") are asked for by kind.

import type { Titles } from '../../signal/index.ts';
import { itemKinds } from '../reserves/item-kinds.ts';

export interface ForceCapability {
  readonly code: string;
  readonly titles: Titles;
  readonly unitCode: string;
}

const force = (code: string, unitCode: string, zh: string, en: string): ForceCapability => ({ code, unitCode, titles: { zh, en } });

export const FORCE_CAPABILITIES = [
  force('large-flow', 'L/min', '大流量泡沫供给', 'large-flow foam supply'), force('cooling-flow', 'L/min', '冷却供水', 'cooling water'),
  force('fire-engine', 'vehicles', '消防车', 'fire engines'), force('ambulance', 'vehicles', '救护车', 'ambulances'),
  force('decon-truck', 'vehicles', '洗消车', 'decontamination trucks'), force('pump-truck', 'vehicles', '排水车', 'drainage pump trucks'),
  force('hazmat-crew', 'persons', '防化作业人员', 'people for protected entry'), force('gas-crew', 'teams', '燃气抢修班', 'gas repair crews'),
  force('boom-boat', 'vessels', '布缆艇', 'boom boats'), force('storage-barge', 'vessels', '储油驳', 'storage barges'),
  force('generator', 'pieces', '应急发电机', 'generators'), force('meal', 'meals', '食品（餐份）', 'meals'), force('shelter-place', 'persons', '避难安置', 'shelter places'),
  force('bed-toxicology', 'beds', '中毒救治床位', 'toxicology beds'), force('bed-burns', 'beds', '烧伤床位', 'burns beds'), force('bed-trauma', 'beds', '创伤床位', 'trauma beds'),
  force('bed-icu', 'beds', '重症床位', 'intensive-care beds'), force('water-screen', 'sets', '水幕装置', 'water-screen units'), force('gas-detector', 'sets', '气体检测仪', 'gas detectors'),
  force('ex-fan', 'sets', '防爆风机', 'explosion-proof fans'), force('police', 'persons', '警戒警力', 'police for the cordon'),
] as const satisfies readonly ForceCapability[];

/** Name of a capability of goods or of forces; unknown codes name themselves. */
export function capabilityTitles(code: string): Titles {
  const known = FORCE_CAPABILITIES.find((one) => one.code === code);
  if (known !== undefined) return known.titles;
  const field = itemKinds.fields.find(({ id }) => id === 'capabilityCode');
  const list: readonly { readonly code: string; readonly titles: Titles }[] = field !== undefined && 'codeList' in field ? field.codeList : [];
  return list.find((entry) => entry.code === code)?.titles ?? { zh: code, en: code };
}

/** Capability under which a kind of goods is offered: its own, or its id where the register lumps kinds together. */
export function offeredCode(kind: { readonly id: string; readonly capabilityCode: string }): string {
  return LOOSE_CODES.has(kind.capabilityCode) ? kind.id : kind.capabilityCode;
}

const LOOSE_CODES: ReadonlySet<string> = new Set(['other', 'protection']);
