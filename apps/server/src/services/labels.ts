// Which labels a request means, and what stands on each; the sheet itself is the labels adapter's.

import { makeLabelSheet } from '@anlan/adapter-labels';
import type { Label } from '@anlan/adapter-labels';
import { encodeLabel, recordKey } from '@anlan/domain';
import type { Context } from '@anlan/domain';
import type { Instant, Result } from '@anlan/kernel';
import { isoFromInstant, ok, refuse } from '@anlan/kernel';
import type { ServiceBase } from '../services.ts';
import { storeOf } from './warehouse.ts';

export interface LabelsWanted {
  readonly lotIds: readonly string[];
  readonly binIds: readonly string[];
  /** All lots and bins of a place. */
  readonly facilityId?: string | undefined;
}

export async function labelsOf(base: Pick<ServiceBase, 'views' | 'realm' | 'log' | 'mode'>, wanted: LabelsWanted, context: Context): Promise<Result<Uint8Array>> {
  const store = await storeOf(base, context.actor);
  const placeOf = (facilityId: string | null): { readonly zh: string; readonly en: string } => store.named([recordKey('facilities', facilityId ?? '')]).names[recordKey('facilities', facilityId ?? '')] ?? { zh: '', en: '' };
  const unknown = wanted.lotIds.find((id) => !store.lots.some((lot) => lot.id === id)) ?? wanted.binIds.find((id) => !store.bins.some((bin) => bin.id === id));
  if (unknown !== undefined) return refuse('READINESS_SUPPLY_UNKNOWN', { registerId: wanted.lotIds.includes(unknown) ? 'stock-lots' : 'storage-bins', id: unknown });
  const here = (facilityId: string | null): boolean => wanted.facilityId !== undefined && facilityId === wanted.facilityId;
  const lots = store.lots.filter((lot) => wanted.lotIds.includes(lot.id) || here(lot.values.facilityId));
  const bins = store.bins.filter((bin) => wanted.binIds.includes(bin.id) || here(bin.values.facilityId));
  const labels: Label[] = [
    ...bins.map(({ id, values }): Label => {
      const place = placeOf(values.facilityId);
      return { codeText: encodeLabel({ kind: 'bin', id }), titleZh: values.name.zh, titleEn: values.name.en, lines: [`货位 Bin ${values.zoneCode} · ${values.binCode}`, `${place.zh} ${place.en}`] };
    }),
    ...lots.map(({ id, values }): Label => {
      const kind = store.itemKinds.find((one) => one.id === values.itemKindId)?.values;
      const place = placeOf(values.facilityId);
      return {
        codeText: encodeLabel({ kind: 'lot', id }), titleZh: kind?.name.zh ?? values.itemKindId, titleEn: kind?.name.en ?? values.itemKindId,
        lines: [`批号 Lot ${values.lotNumber}`, `编码 GB/T 38565 ${kind?.supplyCode ?? '—'}`, `失效 Expires ${dayOf(values.expiresAt)}`, `${place.zh} ${place.en}`],
      };
    }),
  ];
  if (labels.length === 0) return refuse('READINESS_SLIP_EMPTY', { kind: 'label' });
  if (labels.length > LABEL_COUNT_MAX) return refuse('READINESS_LABELS_TOO_MANY', { labelCount: labels.length, labelCountMax: LABEL_COUNT_MAX });
  return ok(await makeLabelSheet(base.mode === 'production' ? labels : labels.map((label) => ({ ...label, flagText: '演示 DEMONSTRATION' }))));
}

/** Local calendar day; Asia/Shanghai has no summer time. */
function dayOf(at: Instant | null): string {
  return at === null ? '—' : isoFromInstant((at + 8 * 3_600_000) as Instant).slice(0, 10);
}

/** A hundred pages of a label printer; more is a mistake. Our choice. */
const LABEL_COUNT_MAX = 1_000;
