// A register is a list that people keep: facilities, tanks, stock lots, vessels. It is declared,
// not programmed: from one declaration come validation, storage with history, search, table and
// form, import and export, expiry reminders, visibility and the wire schema.

import type { Instant, LonLat, Refusal } from '@anlan/kernel';
import type { Role } from '../log/index.ts';
import type { Titles } from '../signal/index.ts';

/**
 * How a value is kept. titles: { zh, en } · date: a calendar day 'YYYY-MM-DD' · instant: epoch ms
 * (ISO text with offset on the wire) · money: whole fen · code: one of a list · relation: id of a
 * record of another register · document: id of an artefact (`sha256-…`) · list: several scalars ·
 * rows: several small groups, such as yearly figures.
 */
export const FIELD_TYPES = [
  'text', 'longtext', 'titles', 'number', 'integer', 'boolean', 'date', 'instant', 'money', 'code',
  'relation', 'lonlat', 'polygon', 'document', 'list', 'rows',
] as const;
export type FieldType = (typeof FIELD_TYPES)[number];

export type ScalarType = Exclude<FieldType, 'list' | 'rows' | 'polygon'>;

export interface CodeEntry {
  readonly code: string;
  readonly titles: Titles;
}

export interface FieldDeclaration {
  /** camelCase; a number's id ends with its unit: `capacityM3`, `rentFen`. */
  readonly id: string;
  readonly titles: Titles;
  readonly type: FieldType;
  /** Unit shown beside the value, as in units of the catalogue: m, m3, m/s, kg, s, CNY-fen … */
  readonly unitCode?: string;
  readonly required?: boolean;
  readonly min?: number;
  readonly max?: number;
  /** For text. */
  readonly lengthCountMax?: number;
  /** For text: the whole value must match. */
  readonly pattern?: string;
  /** For text: a check beyond a pattern, by name (see checks.ts). */
  readonly check?: 'credit-code' | 'mmsi' | 'division-code';
  /** For code and for lists of codes. */
  readonly codeList?: readonly CodeEntry[];
  /** For relation and for lists of relations: the register whose ids are meant. */
  readonly register?: string;
  /** For list. */
  readonly itemType?: ScalarType;
  /** For rows. */
  readonly fields?: readonly FieldDeclaration[];
  /** Its words are found by search. */
  readonly searchable?: boolean;
  /** Shown as a column of the table. */
  readonly column?: boolean;
  /** About a person: shown only to `personalVisibleTo`. */
  readonly personal?: boolean;
  /** Set once, when the record is created. */
  readonly fixed?: boolean;
  /** Kept by decisions, never by a form or an import. */
  readonly system?: boolean;
}

export interface StateDeclaration {
  readonly id: string;
  readonly titles: Titles;
}

export interface TransitionDeclaration {
  readonly from: string;
  readonly to: string;
  /** Who may; empty: whoever may edit the record. */
  readonly roles: readonly Role[];
  /** Not without saying why. */
  readonly reasonRequired?: boolean;
}

export interface ExpiryDeclaration {
  /** An instant field. */
  readonly field: string;
  /** How long before it a reminder is due. */
  readonly remindDays: number;
}

/** A rule between fields; `code` belongs to the catalogue of the register's room, params { field }. */
export interface RecordRule {
  readonly code: string;
  readonly field: string;
  holds(values: RecordValues): boolean;
}

/**
 * Who may say that what the owner reports is so. Never the owner. With `rowsField`, each row of it
 * carries the flag, the name and the document; without, the whole record is verified (see
 * `RecordBody.verification`) and any later change takes it back to reported.
 */
export interface VerifyRule {
  readonly roles: readonly Role[];
  /** A document field that must be filled first; the register's own, or of the rows. */
  readonly documentField?: string;
  readonly rowsField?: string;
  /** What tells one row from another, such as the year; only with `rowsField`. */
  readonly rowKey?: string;
  /**
   * The writers are not owners but an office, so being of another organisation says nothing: a row is
   * verified only after it stands, by another person who holds none of its writer's roles. Only with
   * `rowsField`, whose rows then keep `writtenById` and `writtenRoles`.
   */
  readonly apartFromWriter?: boolean;
}

export interface EditRule {
  /** May edit every record. */
  readonly roles: readonly Role[];
  /** May edit records whose owner field is their organisation. */
  readonly ownRoles: readonly Role[];
}

export interface RegisterDeclaration {
  readonly id: string;
  readonly titles: Titles;
  /** The room of the house it belongs to. */
  readonly room: 'readiness/hazards' | 'readiness/reserves' | 'readiness/forces' | 'industry/catalogue' | 'industry/enterprises' | 'industry/indicators';
  readonly fields: readonly FieldDeclaration[];
  /** The field that names a record to people. */
  readonly titleField: string;
  /** lonlat or polygon field drawn on the map. */
  readonly geometryField?: string;
  /** First state is where a record begins. */
  readonly states?: readonly StateDeclaration[];
  readonly transitions?: readonly TransitionDeclaration[];
  readonly expiry?: readonly ExpiryDeclaration[];
  readonly rules?: readonly RecordRule[];
  /** The register keeps a conserved quantity: a holding opened from this number field on creation. */
  readonly holdingField?: string;
  /** Each record is a unit that one order at a time may have: a holding of one, opened on creation. */
  readonly unitHolding?: true;
  /** Relation to organisations (or enterprises) that says whose the record is. */
  readonly ownerField?: string;
  readonly edit: EditRule;
  readonly verify?: VerifyRule;
  /** Roles that see the register; `everyone` for all who are logged in. */
  readonly visibleTo: 'everyone' | readonly Role[];
  readonly personalVisibleTo?: readonly Role[];
  /** Field that identifies a row of an imported table; 'id' for the record's own id. */
  readonly importKey: string;
}

export type Register = RegisterDeclaration;

export type ScalarValue = string | number | boolean | Titles | LonLat;
export type PolygonValue = readonly (readonly LonLat[])[];
export type RowValue = Readonly<Record<string, ScalarValue | null>>;
export type FieldValue = ScalarValue | PolygonValue | readonly ScalarValue[] | readonly RowValue[];
export type RecordValues = Readonly<Record<string, FieldValue | null>>;

/** Somebody other than the owner found that the record is so. */
export interface Verification {
  readonly by: string;
  readonly at: Instant;
  readonly note: string;
  readonly documentId: string | null;
}

export interface RecordBody<Values = RecordValues> {
  readonly registerId: string;
  readonly id: string;
  readonly values: Values;
  /** null for a register without states. */
  readonly state: string | null;
  readonly createdAt: Instant;
  readonly createdBy: string;
  readonly updatedAt: Instant;
  readonly updatedBy: string;
  /** A record is never deleted: it is put away, with a reason, and stays readable. */
  readonly archived: boolean;
  readonly archivedReason: string | null;
  /** Hash of the seed that the values come from; null once a person made or changed them. */
  readonly seedHash: string | null;
  /** Absent or null: reported by its owner, verified by nobody. */
  readonly verification?: Verification | null;
}

/** One thing wrong with one field. All of a record's problems are told at once. */
export interface FieldProblem {
  readonly fieldId: string;
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
}

/** A refusal with all problems of the fields. */
export interface RecordRefusal extends Refusal {
  readonly problems: readonly FieldProblem[];
}

/**
 * Events of a record's stream `record:<registerId>/<id>`. Decisions beside the engine (a stock
 * count, an audit) add their own types; whatever the type, `payload.changes` is merged into the
 * values by the fold.
 */
export type RecordEvent =
  | { readonly type: 'record.created'; readonly payload: { readonly registerId: string; readonly id: string; readonly values: RecordValues; readonly state: string | null; readonly seedHash: string | null } }
  | { readonly type: 'record.changed'; readonly payload: { readonly changes: RecordValues; readonly seedHash?: string } }
  | { readonly type: 'record.transitioned'; readonly payload: { readonly from: string; readonly to: string; readonly note: string } }
  | { readonly type: 'record.verified'; readonly payload: { readonly note: string; readonly documentId: string | null } }
  | { readonly type: 'record.archived' | 'record.restored'; readonly payload: { readonly reason: string } };
