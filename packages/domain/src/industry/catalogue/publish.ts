// The city's catalogue: lines of products and services under the leaves of the national trees,
// published in versions. A new version shows what it adds, removes and changes, and a link to an
// old line stays valid for ever and says what became of it (S-522).

import type { Instant, Result } from '@anlan/kernel';
import { canonicalJson, ok, refuse } from '@anlan/kernel';
import { mayDo } from '../../access/index.ts';
import type { Context } from '../../log/index.ts';
import type { Titles } from '../../signal/index.ts';
import { leafCodes } from './trees.ts';
import type { CatalogueTrees } from './trees.ts';

export interface CatalogueLine {
  /** Kept from version to version; never given to another thing. */
  readonly code: string;
  readonly titles: Titles;
  readonly kind: 'product' | 'service';
  readonly leaf2021Code: string;
  readonly leaf2015Code: string | null;
  readonly note: string;
}

export interface CatalogueVersion {
  /** 1, 2, 3 … */
  readonly versionIndex: number;
  readonly lines: readonly CatalogueLine[];
  readonly publishedAt: Instant;
  readonly publishedBy: string;
}

export interface CatalogueDiff {
  readonly added: readonly CatalogueLine[];
  readonly removed: readonly CatalogueLine[];
  readonly changed: readonly { readonly code: string; readonly before: CatalogueLine; readonly after: CatalogueLine; readonly members: readonly string[] }[];
}

/** The next version after `history`, or why it cannot be published. */
export function decidePublishCatalogue(history: readonly CatalogueVersion[], lines: readonly CatalogueLine[], trees: CatalogueTrees, context: Context): Result<CatalogueVersion> {
  const previous = history.at(-1);
  const versionIndex = (previous?.versionIndex ?? 0) + 1;
  const allowed = mayDo(context.actor, 'register.write').ok && context.actor.roles.some((role) => role === 'industry' || role === 'admin');
  if (!allowed) return refuse('INDUSTRY_PUBLISH_FORBIDDEN', { version: versionIndex });
  const wrong = firstWrongLine(lines, history, trees);
  if (wrong !== undefined) return wrong;
  const sorted = lines.toSorted((a, b) => (a.code < b.code ? -1 : 1));
  const diff = diffCatalogues(previous?.lines ?? [], sorted);
  if (diff.added.length + diff.removed.length + diff.changed.length === 0) return refuse('INDUSTRY_CATALOGUE_UNCHANGED', { version: versionIndex });
  return ok({ versionIndex, lines: sorted, publishedAt: context.now, publishedBy: context.actor.name });
}

export function diffCatalogues(before: readonly CatalogueLine[], after: readonly CatalogueLine[]): CatalogueDiff {
  const old = new Map(before.map((line) => [line.code, line]));
  const fresh = new Map(after.map((line) => [line.code, line]));
  return {
    added: after.filter((line) => !old.has(line.code)),
    removed: before.filter((line) => !fresh.has(line.code)),
    changed: after.flatMap((line) => {
      const known = old.get(line.code);
      if (known === undefined) return [];
      const members = MEMBERS.filter((member) => canonicalJson(known[member]) !== canonicalJson(line[member]));
      return members.length === 0 ? [] : [{ code: line.code, before: known, after: line, members }];
    }),
  };
}

export interface ResolvedLink {
  /** The line as it was published in that version. */
  readonly line: CatalogueLine;
  readonly versionIndex: number;
  /** The line as it stands now; null when it was removed. */
  readonly current: CatalogueLine | null;
  /** Version that removed it; null while it stands. */
  readonly removedInVersionIndex: number | null;
}

/** Permanent link of a line: `v2/ZS-014`. */
export function catalogueLink(versionIndex: number, code: string): string {
  return `v${versionIndex}/${code}`;
}

/** What a link points at; undefined only when it was never published. */
export function findCatalogueLine(history: readonly CatalogueVersion[], link: string): ResolvedLink | undefined {
  const match = /^v(\d+)\/(.+)$/.exec(link);
  const version = history.find((known) => known.versionIndex === Number(match?.[1]));
  const line = version?.lines.find((known) => known.code === match?.[2]);
  if (version === undefined || line === undefined) return undefined;
  const has = (known: CatalogueVersion) => known.lines.some((one) => one.code === line.code);
  const removed = has(history.at(-1) ?? version) ? undefined : history.find((known) => known.versionIndex > version.versionIndex && !has(known));
  const current = history.at(-1)?.lines.find((one) => one.code === line.code) ?? null;
  return { line, versionIndex: version.versionIndex, current, removedInVersionIndex: removed?.versionIndex ?? null };
}

/** Codes are unique, are not given to another kind of thing, and every line hangs on a leaf. */
function firstWrongLine(lines: readonly CatalogueLine[], history: readonly CatalogueVersion[], trees: CatalogueTrees): ReturnType<typeof refuse> | undefined {
  const leaves2021 = leafCodes(trees.tree2021);
  const leaves2015 = leafCodes(trees.tree2015);
  const seen = new Set<string>();
  const everKind = new Map(history.flatMap((version) => version.lines.map((line) => [line.code, line.kind] as const)));
  for (const line of lines) {
    const { code } = line;
    if (!CODE.test(code) || seen.has(code) || (everKind.get(code) ?? line.kind) !== line.kind) return refuse('INDUSTRY_CATALOGUE_NOT_A_TREE', { code });
    seen.add(code);
    if (!leaves2021.has(line.leaf2021Code)) return refuse('INDUSTRY_CATALOGUE_LEAF_MISSING', { code, tree: '2021' });
    if (line.leaf2015Code !== null && !leaves2015.has(line.leaf2015Code)) return refuse('INDUSTRY_CATALOGUE_LEAF_MISSING', { code, tree: '2015' });
  }
  return undefined;
}

const MEMBERS = ['titles', 'kind', 'leaf2021Code', 'leaf2015Code', 'note'] as const;
const CODE = /^[A-Za-z0-9][A-Za-z0-9.-]{0,39}$/;
