// What only others may say of an owner's record. A row's `verified` is set by the verifying role,
// never by the owner, and only with a document; who set it is written here and cannot be typed in.
// An owner who changes a verified row takes it back to unverified, and the row remembers that; a
// verified row cannot be taken out by its owner, so that a bad year does not vanish behind a good one.

import type { Result } from '@anlan/kernel';
import { ok } from '@anlan/kernel';
import type { Actor } from '../log/index.ts';
import { hasRole } from './access.ts';
import { isOwner } from './decide-verify.ts';
import { invalid, sameValue } from './read-values.ts';
import type { FieldProblem, FieldValue, RecordRefusal, RecordValues, Register, RowValue, VerifyRule } from './types.ts';

/** `changes` with its rows as they may be written; `before` undefined for a new record. */
export function guardVerified(register: Register, before: RecordValues | undefined, changes: RecordValues, actor: Actor): Result<RecordValues, RecordRefusal> {
  if (actor.kind === 'system') return ok(changes);
  const trusted = guardConfidence(register, before, changes, actor);
  if (!trusted.ok) return trusted;
  const rule = register.verify;
  const rowsField = rule?.rowsField;
  if (rule === undefined || rowsField === undefined || !(rowsField in trusted.value)) return trusted;
  const old = asRows(before?.[rowsField]);
  const verifies = hasRole(actor, rule.roles) && !isOwner(register, before ?? {}, actor) && !isOwner(register, { ...before, ...changes }, actor);
  const guard: RowGuard = { rule, rowsField, verifies, actor };
  const judged = asRows(trusted.value[rowsField]).map((row, i) => judgeRow(guard, old.find((known) => sameKey(rule, known, row)), row, i));
  const problems = [...judged.flatMap((one) => one.problems), ...(verifies ? [] : takenOut(guard, old, asRows(trusted.value[rowsField])))];
  if (problems.length > 0) return invalid(register, problems);
  const rows = judged.map((one) => one.row);
  const { [rowsField]: _given, ...rest } = trusted.value;
  if (before !== undefined && sameValue(rows, old)) return ok(rest);
  return ok({ ...rest, [rowsField]: trusted.value[rowsField] === null ? null : (rows as unknown as FieldValue) });
}

interface RowGuard {
  readonly rule: VerifyRule;
  readonly rowsField: string;
  readonly verifies: boolean;
  readonly actor: Actor;
}

interface Judged {
  readonly row: RowValue;
  readonly problems: readonly FieldProblem[];
}

function judgeRow({ rule, rowsField, verifies, actor }: RowGuard, old: RowValue | undefined, row: RowValue, index: number): Judged {
  const wasVerified = old?.['verified'] === true;
  const wants = row['verified'] === true;
  const same = old !== undefined && sameValue(factsOf(old), factsOf(row));
  if (wasVerified && wants && same) return { row: old, problems: [] };
  const settled = (verified: boolean, changedSinceVerified: boolean | null): RowValue => ({ ...row, ...writerOf(rule, same ? old : undefined, actor), verified, verifiedBy: verified ? actor.name : null, changedSinceVerified });
  if (!wants || (wasVerified && !verifies)) return { row: settled(false, wasVerified && !verifies ? true : verifies && wasVerified ? null : ((old?.['changedSinceVerified'] as boolean | null | undefined) ?? null)), problems: [] };
  const path = `${rowsField}[${index}]`;
  if (!verifies || (rule.apartFromWriter === true && !isApart(same ? old : undefined, actor))) return { row, problems: [{ fieldId: `${path}.verified`, code: 'REGISTER_FIELD_VERIFY_FORBIDDEN', params: { field: `${path}.verified` } }] };
  const documentField = rule.documentField ?? '';
  if (documentField !== '' && (row[documentField] ?? null) === null) {
    return { row, problems: [{ fieldId: `${path}.${documentField}`, code: 'REGISTER_FIELD_VERIFY_UNPROVED', params: { field: `${path}.${documentField}` } }] };
  }
  return { row: settled(true, null), problems: [] };
}

/** Who wrote the facts of the row: as it stands, or else who writes them now; never as it was typed. */
function writerOf(rule: VerifyRule, standing: RowValue | undefined, actor: Actor): RowValue {
  if (rule.apartFromWriter !== true) return {};
  return standing === undefined ? { writtenById: actor.id, writtenRoles: actor.roles.join(' ') } : { writtenById: standing['writtenById'] ?? null, writtenRoles: standing['writtenRoles'] ?? null };
}

/** The row stands as somebody else wrote it, in other roles. */
function isApart(standing: RowValue | undefined, actor: Actor): boolean {
  if (standing === undefined || standing['writtenById'] === actor.id) return false;
  const roles = String(standing['writtenRoles'] ?? '').split(' ');
  return !actor.roles.some((role) => roles.includes(role));
}

/** Rows that were verified, or changed since, and are gone. */
function takenOut({ rule, rowsField }: RowGuard, old: readonly RowValue[], rows: readonly RowValue[]): readonly FieldProblem[] {
  return old
    .filter((row) => (row['verified'] === true || row['changedSinceVerified'] === true) && !rows.some((known) => sameKey(rule, known, row)))
    .map((row) => ({ fieldId: rowsField, code: 'REGISTER_FIELD_VERIFIED_KEPT', params: { field: rowsField, key: String(row[rule.rowKey ?? ''] ?? '') } }));
}

/** An owner does not call its own record verified, nor keep that word over a fact it changed. */
function guardConfidence(register: Register, before: RecordValues | undefined, changes: RecordValues, actor: Actor): Result<RecordValues, RecordRefusal> {
  if (hasRole(actor, register.edit.roles) && !isOwner(register, { ...before, ...changes }, actor)) return ok(changes);
  if (changes[CONFIDENCE_FIELD] === 'verified') return invalid(register, [{ fieldId: CONFIDENCE_FIELD, code: 'REGISTER_FIELD_VERIFY_FORBIDDEN', params: { field: CONFIDENCE_FIELD } }]);
  const stale = before?.[CONFIDENCE_FIELD] === 'verified' && !(CONFIDENCE_FIELD in changes) && Object.keys(changes).length > 0;
  return ok(stale ? { ...changes, [CONFIDENCE_FIELD]: 'unsure' } : changes);
}

function factsOf(row: RowValue): RowValue {
  const { verified: _verified, verifiedBy: _by, changedSinceVerified: _since, writtenById: _writer, writtenRoles: _roles, ...facts } = row;
  return Object.fromEntries(Object.entries(facts).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function sameKey({ rowKey = '' }: VerifyRule, a: RowValue, b: RowValue): boolean {
  return a[rowKey] === b[rowKey];
}

function asRows(value: FieldValue | null | undefined): readonly RowValue[] {
  return Array.isArray(value) ? (value as readonly RowValue[]) : [];
}

const CONFIDENCE_FIELD = 'confidenceCode';
