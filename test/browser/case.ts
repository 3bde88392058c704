// The case that the visual checks look at: one confirmed spill with forecast, plan, level and orders,
// made through the same doors as any other, on a server whose clock stands still at three in the
// morning, so that the same screen is drawn each time.

import { instant } from '@anlan/kernel';
import type { Instant } from '@anlan/kernel';
import { eventually, startTestServer } from '../server-harness.ts';
import type { TestServer } from '../server-harness.ts';
import { WEB_DIST } from './harness.ts';

export const FIXED_AT: Instant = instant('2026-11-23T19:00:00.000Z');

export interface VisualCase { readonly server: TestServer; readonly incidentId: string; readonly planId: string }

export async function startVisualCase(): Promise<VisualCase> {
  const server = await startTestServer({ ANLAN_WEB: WEB_DIST }, { clock: { now: () => FIXED_AT }, clockRateRatio: 0, idSeed: 7 });
  const must = async (...[who, route, given]: Parameters<TestServer['call']>) => {
    const answered = await server.call(who, route, given);
    if (answered.statusCode >= 300) throw new Error(`${route}: ${JSON.stringify(answered.body).slice(0, 300)}`);
    return answered.body;
  };
  const at = (offsetS: number): string => new Date(FIXED_AT + offsetS * 1000).toISOString();
  const position = [122.158, 29.943];
  await must('duty', 'postReadings', { body: { readings: READINGS.map(([sensorId, value, offsetS]) => ({ sensorId, value, observedAt: at(offsetS) })) } });
  const { id } = await must('duty', 'openIncident', { body: { alertIds: [], reportIds: [], kindCode: 'oil-spill', title: '岙山泊位输油臂拉脱', placeText: '岙山30万吨级泊位', position, happenedAt: at(-600) } });
  const params = { id };
  await must('duty', 'confirmSpill', { params, body: { oilId: 'AD02002', massKg: 125_000, volumeM3: null, position, releaseStartedAt: at(-600), releaseDurationS: 180, windSpeedMps: 7, windFromDegTrue: 0, waterTemperatureDegC: 20, note: '' } });
  await must('commander', 'decideLevel', { params, body: { levelIndex: 2, reason: '原油入海，两小时内可能抵岸' } });
  const plan = await eventually(async () => ((await server.call('duty', 'listPlans', { params })).body as { id: string; options: { id: string; rankIndex: number }[] }[]).find((one) => one.options.length > 0), 150);
  await must('duty', 'chooseOption', { params: { id: plan.id }, body: { optionId: plan.options.find((option) => option.rankIndex === 1)?.id } });
  await must('duty', 'dispatchPlan', { params: { id: plan.id }, body: {} });
  return { server, incidentId: id, planId: plan.id };
}

const READINGS: readonly (readonly [string, number, number])[] = [
  ['wind-aoshan', 7, -5], ['wind-aoshan-from', 0, -5], ['tide-dinghai', 1.2, -5], ['arm-aoshan-1', 640, -120],
];
