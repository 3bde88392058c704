// The store over HTTP: its picture, ledger, codes, kits, labels and scans, calls, curves and forecasts.

import { handleRecordCall, recordKey, recordTitles, scanLabel } from '@anlan/domain';
import type { RecordBody } from '@anlan/domain';
import { instant, ok } from '@anlan/kernel';
import { labelsOf } from '../../services/labels.ts';
import { curveOf, expiryPage, findCode, getWarehouse, kitPage, ledgerOfLot, listAcceptance, listWarehouses, replenishment, storeOf } from '../../services/warehouse.ts';
import type { Handlers } from '../call.ts';

type WarehouseRoutes =
  | 'getLedger' | 'listWarehouses' | 'getWarehouse' | 'findSupplyCode' | 'listKits' | 'scanLabel' | 'printLabels' | 'recordCall' | 'listAcceptance' | 'getCapacityCurve' | 'getReplenishment' | 'getExpiryForecast';

export const warehouseHandlers: Pick<Handlers, WarehouseRoutes> = {
  getLedger: ({ app, params, context }) => ledgerOfLot(app, params.id, context),
  listWarehouses: async ({ app, context }) => ok(await listWarehouses(app, context)),
  getWarehouse: ({ app, params, query, context }) => getWarehouse(app, params.id, query.days ?? THROUGHPUT_DAYS, context),
  findSupplyCode: async ({ app, params, query, context }) => ok(await findCode(app, { code: params.code, ...query }, context)),
  listKits: async ({ app, query, context }) => ok(await kitPage(app, { facilityId: query.facilityId, usedAt: query.usedAt === undefined ? context.now : instant(query.usedAt) }, context)),

  async scanLabel({ app, actor, query, context }) {
    const scanned = await scanLabel(app.views, query.text, context);
    if (!scanned.ok) return scanned;
    const { lots, ...place } = scanned.value;
    const store = await storeOf(app, actor);
    const rows = await Promise.all(lots.map(async ({ lot, holding, notUsable, actions }) => ({
      lotId: lot.id, lotNumber: lot.values.lotNumber, itemKindId: lot.values.itemKindId, onHandValue: holding?.onHandValue ?? 0, heldValue: holding?.heldValue ?? 0,
      availableValue: (holding?.onHandValue ?? 0) - (holding?.heldValue ?? 0), expiresAt: lot.values.expiresAt, inspectionValidUntilAt: lot.values.inspectionValidUntilAt,
      ownerOrganisationId: lot.values.ownerOrganisationId ?? null, notUsable, streamVersion: (await app.views.find(app.realm, 'record', recordKey('stock-lots', lot.id)))?.streamVersion ?? 0,
      actions: actions.map(({ action, refusal }) => ({ action, allowed: refusal === null, reason: refusal })),
    })));
    const ids = lots.flatMap(({ lot }) => [recordKey('stock-lots', lot.id), recordKey('item-kinds', lot.values.itemKindId)]);
    const around = [place.facilityId === null ? null : recordKey('facilities', place.facilityId), place.binId === null ? null : recordKey('storage-bins', place.binId)];
    return ok({ ...place, lots: rows, ...store.named([...ids, ...around]) });
  },

  async printLabels({ app, query, context, reply }) {
    const sheet = await labelsOf(app, { lotIds: split(query.lotIds), binIds: split(query.binIds), facilityId: query.facilityId }, context);
    if (!sheet.ok) return sheet;
    void reply.header('content-type', 'application/pdf').header('content-disposition', 'inline; filename="anlan-labels.pdf"');
    return ok(Buffer.from(sheet.value));
  },

  async recordCall({ app, params, body, context }) {
    const done = await handleRecordCall(app, { ...body, agreementId: params.id, calledAt: instant(body.calledAt) }, context);
    if (!done.ok) return done;
    const register = app.registers.find((known) => known.id === 'social-agreements');
    const record = (await app.views.find<RecordBody>(app.realm, 'record', recordKey('social-agreements', params.id)))?.body;
    const titles = register === undefined || record === undefined ? { zh: params.id, en: params.id } : recordTitles(register, record);
    return ok({ agreementId: params.id, titles, ...done.value.acceptance });
  },
  listAcceptance: async ({ app }) => ok(await listAcceptance(app)),
  getCapacityCurve: ({ app, params, query, context }) => curveOf(app, { contractId: params.id, untilHours: query.untilHours, startAt: query.startAt === undefined ? context.now : instant(query.startAt) }),
  getReplenishment: async ({ app, query, context }) => ok(await replenishment(app, query.days ?? DEMAND_DAYS, context)),
  getExpiryForecast: async ({ app, query, context }) => ok(await expiryPage(app, { months: query.monthCount ?? FORECAST_MONTHS, days: query.days ?? DEMAND_DAYS }, context)),
};

function split(ids: string | undefined): readonly string[] {
  return (ids ?? '').split(',').filter((id) => id !== '');
}

/** What the screens ask for when they ask for nothing else; told in the reference of the routes. */
const THROUGHPUT_DAYS = 30;
const DEMAND_DAYS = 365;
const FORECAST_MONTHS = 12;
