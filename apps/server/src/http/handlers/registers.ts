// Registers: one set of endpoints for every declared list, and the indicators computed from them.

import {
  describeRegister, findRecord, handleChangeRecord, handleCreateRecord, handleImportRecords, handleTransitionRecord, handleVerifyRecord, listRecords, mayEdit, maySee, mayVerify,
  recordHistory, recordKey, recordTitles, seenRegister, valuesToWire, visibleValues,
} from '@anlan/domain';
import type { Actor, RecordBody, Register, View } from '@anlan/domain';
import { instant, ok } from '@anlan/kernel';
import type { LonLat } from '@anlan/kernel';
import type { App } from '../../app.ts';
import { storeKnownAt } from '../../known-at.ts';
import { decodeRecordFile, encodeRecordFile } from '../../record-files.ts';
import { pinyinInitials } from '../../pinyin.ts';
import { done } from '../call.ts';
import type { Handlers } from '../call.ts';

type RegisterRoutes =
  | 'listRegisters' | 'listRecords' | 'createRecord' | 'getRecord' | 'changeRecord' | 'transitionRecord' | 'getRecordHistory'
  | 'verifyRecord' | 'exportRecords' | 'importRecords' | 'listIndicators';

export const registerHandlers: Pick<Handlers, RegisterRoutes> = {
  async listRegisters({ app, actor, context }) {
    const seen = app.registers.filter((register) => maySee(register, actor));
    return ok(await Promise.all(seen.map(async (register) => {
      const page = await listRecords(app, { registerId: register.id, limitCount: 0 }, context);
      return { ...describeRegister(register, actor), recordCount: page.ok ? page.value.totalCount : 0 };
    })));
  },

  async listRecords({ app, actor, params, query, context }) {
    const register = seenRegister(app, params.registerId, context);
    if (!register.ok) return register;
    const then = asKnown(app, query.knownAt);
    const page = await listRecords(then, listQuery(params.registerId, query), context);
    if (!page.ok) return page;
    const records = await Promise.all(page.value.records.map((view) => recordToWire(then, register.value, view, actor)));
    return ok({ totalCount: page.value.totalCount, records });
  },

  async createRecord({ app, params, body, context }) {
    return handleCreateRecord(app, { registerId: params.registerId, values: body.values, ...(body.id === undefined ? {} : { id: body.id }) }, context);
  },

  async getRecord({ app, actor, params, query, context }) {
    const then = asKnown(app, query.knownAt);
    const found = await findRecord(then, params.registerId, params.id, context);
    return found.ok ? ok(await recordToWire(then, found.value.register, found.value.view, actor)) : found;
  },

  async changeRecord({ app, params, body, context }) {
    const command = { registerId: params.registerId, id: params.id, values: body.values };
    return handleChangeRecord(app, { ...command, ...(body.seenVersion === undefined ? {} : { seenVersion: body.seenVersion }) }, context);
  },

  async transitionRecord({ app, params, body, context }) {
    const command = { registerId: params.registerId, id: params.id, to: body.to, reason: body.reason };
    return done(await handleTransitionRecord(app, { ...command, ...(body.seenVersion === undefined ? {} : { seenVersion: body.seenVersion }) }, context));
  },

  async verifyRecord({ app, params, body, context }) {
    const command = { registerId: params.registerId, id: params.id, note: body.note };
    return handleVerifyRecord(app, { ...command, ...(body.seenVersion === undefined ? {} : { seenVersion: body.seenVersion }) }, context);
  },

  async getRecordHistory({ app, actor, params, context }) {
    const found = await findRecord(app, params.registerId, params.id, context);
    if (!found.ok) return found;
    const { register } = found.value;
    const events = await app.log.readStream(context.realm, `record:${recordKey(params.registerId, params.id)}`);
    const personal = new Set(register.fields.filter((field) => field.personal === true).map((field) => field.id));
    const shown = Object.keys(visibleValues(register, found.value.view.body.values, actor));
    const visible = (fieldId: string): boolean => !personal.has(fieldId) || shown.includes(fieldId);
    const entries = recordHistory(events).map((entry) => ({ ...entry, changes: entry.changes.filter(({ fieldId }) => visible(fieldId)) }));
    return ok({ entries });
  },

  async exportRecords({ app, actor, params, query, context, reply }) {
    const register = seenRegister(app, params.registerId, context);
    if (!register.ok) return register;
    const page = await listRecords(app, listQuery(params.registerId, query), context);
    if (!page.ok) return page;
    const bodies = page.value.records.map((view): RecordBody => ({ ...view.body, values: visibleValues(register.value, view.body.values, actor) }));
    const file = await encodeRecordFile(register.value, bodies, query.format);
    void reply.header('content-type', file.mediaType).header('content-disposition', `attachment; filename="${params.registerId}.${query.format}"`);
    return ok(Buffer.from(file.bytes));
  },

  async importRecords({ app, params, query, request, context }) {
    const register = seenRegister(app, params.registerId, context);
    if (!register.ok) return register;
    const rows = await decodeRecordFile(register.value, request.body as Uint8Array, query.format);
    return rows.ok ? handleImportRecords(app, { registerId: params.registerId, rows: rows.value, dryRun: query.dryRun === true }, context) : rows;
  },

  async listIndicators({ app, context }) {
    return app.services.indicators(context);
  },
};

/** The past may be read, not edited: the same reads over the views as they were known then. */
function asKnown(app: App, knownAt: string | undefined): App {
  return knownAt === undefined ? app : { ...app, views: storeKnownAt(app, instant(knownAt)) };
}

interface Filter {
  readonly search?: string | undefined;
  readonly state?: string | undefined;
  readonly offsetCount?: number | undefined;
  readonly limit?: number | undefined;
}

function listQuery(registerId: string, { search, state, offsetCount, limit }: Filter): Parameters<typeof listRecords>[1] {
  return {
    registerId, initials: pinyinInitials,
    ...(search === undefined ? {} : { search }), ...(state === undefined ? {} : { state }),
    ...(offsetCount === undefined ? {} : { fromCount: offsetCount }), ...(limit === undefined ? {} : { limitCount: limit }),
  };
}

async function recordToWire(app: App, register: Register, view: View<RecordBody>, actor: Actor): Promise<object> {
  const { body } = view;
  const holding = register.holdingField === undefined ? undefined : await app.views.findHolding(app.realm, recordKey(register.id, body.id));
  const place = register.geometryField === undefined ? null : body.values[register.geometryField];
  const unitCode = await holdingUnit(app, body);
  return {
    registerId: register.id, id: body.id, values: valuesToWire(register, visibleValues(register, body.values, actor)), state: body.state,
    title: recordTitles(register, body), position: isLonLat(place) ? place : null, mayEdit: mayEdit(register, body.values, actor),
    archived: body.archived, archivedReason: body.archivedReason,
    updatedAt: body.updatedAt, updatedBy: body.updatedBy, streamVersion: view.streamVersion,
    verification: body.verification ?? null, mayVerify: !body.archived && mayVerify(register, body.values, actor),
    holding: holding === undefined ? null : { onHandValue: holding.onHandValue, heldValue: holding.heldValue, unitCode },
  };
}

async function holdingUnit(app: App, body: RecordBody): Promise<string> {
  const kindId = body.values['itemKindId'];
  if (typeof kindId !== 'string') return '';
  const kind = await app.views.find<RecordBody>(app.realm, 'record', recordKey('item-kinds', kindId));
  return typeof kind?.body.values['unitCode'] === 'string' ? kind.body.values['unitCode'] : '';
}

function isLonLat(value: unknown): value is LonLat {
  return Array.isArray(value) && value.length === 2 && value.every((part) => typeof part === 'number');
}

