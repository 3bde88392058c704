// The book of rules that an installation works with: the national tables, with a region pack's own
// laid over them by id. A book is checked once at start, so that grading never meets a broken table.

import type { Result } from '@anlan/kernel';
import { ok, refuse } from '@anlan/kernel';
import { nationalClockRules } from './clock-rules.ts';
import { productionAccident, shipPollution, suddenEnvironmental, waterTraffic } from './rule-sets.ts';
import type { ClockRule, CriterionRow, RuleBook, RuleSet } from './types.ts';

export const nationalRuleBook: RuleBook = {
  ruleSets: [productionAccident, shipPollution, waterTraffic, suddenEnvironmental],
  clockRules: nationalClockRules,
};

/** `over` replaces entries with the same id and version, and adds its own; the order of `base` stays. */
export function mergeRuleBooks(base: RuleBook, over: Partial<RuleBook>): Result<RuleBook> {
  const setKey = (set: RuleSet): string => `${set.ruleSetId} ${set.version}`;
  const ruleKey = (rule: ClockRule): string => rule.id;
  return checkRuleBook({
    ruleSets: layOver(base.ruleSets, over.ruleSets ?? [], setKey),
    clockRules: layOver(base.clockRules, over.clockRules ?? [], ruleKey),
  });
}

/** Refuses RULES_DOUBLED {id}, RULES_ROW_UNORDERED {ruleSetId, criterion}, RULES_CLOCK_UNREADABLE {id}. */
export function checkRuleBook(book: RuleBook): Result<RuleBook> {
  const ids = [...book.ruleSets.map((set) => `${set.ruleSetId} ${set.version}`), ...book.clockRules.map((rule) => rule.id)];
  const doubled = ids.find((id, position) => ids.indexOf(id) !== position);
  if (doubled !== undefined) return refuse('RULES_DOUBLED', { id: doubled });
  for (const set of book.ruleSets) {
    const row = set.criteria.find((criterion) => !isOrdered(criterion));
    if (row !== undefined) return refuse('RULES_ROW_UNORDERED', { ruleSetId: set.ruleSetId, criterion: row.id });
  }
  const clockIds = new Set(book.clockRules.map((rule) => rule.id));
  const setIds = new Set(book.ruleSets.map((set) => set.ruleSetId));
  const unreadable = book.clockRules.find((rule) => !isReadable(rule, clockIds, setIds));
  return unreadable === undefined ? ok(book) : refuse('RULES_CLOCK_UNREADABLE', { id: unreadable.id });
}

/** Bounds must fall from grade 1 to grade 4 and not be negative. */
function isOrdered(row: CriterionRow): boolean {
  const bounds = row.fromValues.filter((fromValue) => fromValue !== null);
  return bounds.length > 0 && bounds.every((bound, position) => Number.isFinite(bound) && bound >= 0 && (position === 0 || bound < (bounds[position - 1] ?? 0)));
}

function isReadable(rule: ClockRule, clockIds: ReadonlySet<string>, setIds: ReadonlySet<string>): boolean {
  const positive = Number.isFinite(rule.allowedMinutes) && rule.allowedMinutes > 0;
  const namesClocks = rule.replacesRuleIds.every((id) => clockIds.has(id) && id !== rule.id);
  const namesSets = rule.trigger.kind === 'opened' || rule.trigger.ruleSetIds.every((id) => setIds.has(id));
  return positive && namesClocks && namesSets && (rule.verifiedBy === null) === (rule.verifiedOn === null);
}

function layOver<T>(base: readonly T[], over: readonly T[], keyOf: (item: T) => string): readonly T[] {
  const laid = new Map(base.map((item) => [keyOf(item), item]));
  for (const item of over) laid.set(keyOf(item), item);
  return [...laid.values()];
}
