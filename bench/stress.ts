// The readiness stress test on the seed records: what D3 lacks with one and with two large-flow units,
// whether D4 places before the islands are cut off, and what a whole library costs in processor time.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { greedyPlanner, runStress } from '@anlan/domain';
import type { ScenarioOutcome, StressFacts } from '@anlan/domain';
import { readConfig, startServer, stressFacts } from '@anlan/server';
import type { BenchRow } from '../scripts/lib/bench-suite.ts';

export const suite = {
  id: 'stress',
  async run(): Promise<BenchRow[]> {
    const dataDir = mkdtempSync(join(tmpdir(), 'anlan-bench-'));
    const env = { ANLAN_DATA: dataDir, ANLAN_PORT: '0', ANLAN_AIS_TCP_PORT: 'off', ANLAN_AIS_UDP_PORT: 'off', ANLAN_MQTT_PORT: 'off', ANLAN_FEED: 'off', ANLAN_LOG_LEVEL: 'error' };
    const server = await startServer(readConfig(env));
    try {
      const { app } = server;
      const { library } = app.region.stress;
      const facts = await stressFacts(app, greedyPlanner, app.clock.now());
      const run = async (id: string, world: StressFacts): Promise<{ readonly outcome: ScenarioOutcome; readonly cpuMs: number }> => {
        const before = process.cpuUsage();
        const ran = await runStress(library.filter((one) => one.id === id), world);
        const used = process.cpuUsage(before);
        if (!ran.ok) throw new Error(`${ran.refusal.code} ${JSON.stringify(ran.refusal.params)}`);
        return { outcome: ran.value.scenarios[0]!, cpuMs: Math.round((used.user + used.system) / 1000) };
      };
      // One state of fair weather, so that only the units decide.
      const fair: StressFacts = { ...facts, weatherStates: facts.weatherStates.slice(0, 1).map((state) => ({ ...state, weightRatio: 1 })) };
      const rows = [await foamRow(1, fair, run), await foamRow(2, fair, run), await placedRow(facts, run)];
      for (const id of ['D1', 'D2', 'D3', 'D5']) rows.push(await wholeRow(id, facts, run));
      return rows;
    } finally {
      await server.stop();
      rmSync(dataDir, { recursive: true, force: true });
    }
  },
};

type Run = (id: string, world: StressFacts) => Promise<{ readonly outcome: ScenarioOutcome; readonly cpuMs: number }>;

/** 29,405 L/min of foam solution against one or two systems of 25,000 L/min. */
async function foamRow(unitCount: number, facts: StressFacts, run: Run): Promise<BenchRow> {
  const isFlow = (unit: StressFacts['units'][number]): boolean => unit.offers.some(({ code }) => code === 'large-flow');
  const kept = facts.units.filter((unit) => isFlow(unit)).slice(0, unitCount);
  const { outcome, cpuMs } = await run('D3', { ...facts, units: [...facts.units.filter((unit) => !isFlow(unit)), ...kept] });
  const shortLPerMinute = outcome.gaps.find(({ capabilityCode }) => capabilityCode === 'large-flow')?.shortAtDeadlineValue ?? 0;
  const wantedLPerMinute = unitCount === 1 ? 4405 : 0;
  return { case: `D3 with ${unitCount} large-flow unit${unitCount === 1 ? '' : 's'}`, cpuMs, shortLPerMinute, wantedLPerMinute, ok: kept.length === unitCount && shortLPerMinute === wantedLPerMinute };
}

/** Everything for an island is there before it is cut off, or comes after it reopens and is counted as short. */
async function placedRow(facts: StressFacts, run: Run): Promise<BenchRow> {
  const { outcome, cpuMs } = await run('D4', facts);
  const windows = new Map(outcome.closures.flatMap(({ sceneIds, fromHours, untilHours }) => sceneIds.map((id) => [id, { fromHours, untilHours: untilHours ?? Infinity }] as const)));
  const toIslands = outcome.lines.filter(({ sceneId }) => windows.has(sceneId));
  const placed = toIslands.filter(({ sceneId, arriveHours }) => arriveHours <= (windows.get(sceneId)?.fromHours ?? 0));
  const during = toIslands.filter(({ sceneId, arriveHours }) => arriveHours > (windows.get(sceneId)?.fromHours ?? 0) && arriveHours <= (windows.get(sceneId)?.untilHours ?? 0));
  const generatorsShort = outcome.gaps.filter(({ capabilityCode }) => capabilityCode === 'generator').length;
  return { case: 'D4: placed before the islands are cut off', cpuMs, lineCount: toIslands.length, placedCount: placed.length, duringCount: during.length, generatorGapCount: generatorsShort, gapCount: outcome.gaps.length, ok: during.length === 0 && placed.length > 0 && generatorsShort === 0 };
}

async function wholeRow(id: string, facts: StressFacts, run: Run): Promise<BenchRow> {
  const { outcome, cpuMs } = await run(id, facts);
  return { case: `${id} over ${facts.weatherStates.length} states of the weather`, cpuMs, gapCount: outcome.gaps.length, planShortRatioHours: round(outcome.shortageRatioHours), leastShortRatioHours: round(outcome.leastShortageRatioHours), ok: outcome.shortageRatioHours >= outcome.leastShortageRatioHours - 1e-6 };
}

const round = (value: number): number => Math.round(value * 1000) / 1000;
