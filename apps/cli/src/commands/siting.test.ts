import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import { boundPositioning, checkPositioning, checkSiting, positionStock, proveSiting, solveSiting } from '@anlan/allocation';
import type { PositioningProblem, SitingModel, SitingProblem, SitingRequest } from '@anlan/allocation';
import { createHighsSolver } from '@anlan/adapter-highs';
import { createRng } from '@anlan/kernel';
import { createProgram } from '@anlan/cli';

const written: string[] = [];
const stdout = vi.spyOn(process.stdout, 'write');
const folder = mkdtempSync(join(tmpdir(), 'siting-'));
const solver = createHighsSolver();
afterEach(() => {
  written.length = 0;
  stdout.mockReset();
});
afterAll(async () => {
  await solver.close();
  rmSync(folder, { recursive: true });
});

async function outputOf(...args: string[]): Promise<Record<string, unknown>> {
  stdout.mockImplementation((chunk) => written.push(String(chunk)) > 0);
  await createProgram().parseAsync(['siting', ...args], { from: 'user' });
  return JSON.parse(written.join('')) as Record<string, unknown>;
}

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

const PMED = ' 4 4 1\n 1 2 5\n 2 3 4\n 3 4 3\n 2 1 7\n';
const CSV = 'site,demandid,distance,weight\na,x,10,5\na,y,30,2\nb,x,25,5\nb,y,5,2\n';

describe('anlan siting', () => {
  it('reads a p-median file and takes p from it; the answer is checked', async () => {
    expect(await outputOf('pmedian', '--input', file('p.txt', PMED))).toMatchObject({ siteIds: ['2'], objectiveValue: 18, isProven: true, check: { isRight: true }, format: 'OR-Library pmed', assumed: [{ code: 'SITING_ASSUMED_COUNT_FROM_FILE' }] });
  });

  it('reads a cap file, and lifts its capacities when asked', async () => {
    const cap = file('c.txt', ' 2 2\n 9 10.\n 9 12.\n 6\n 6. 30.\n 6\n 7. 8.\n');
    expect(await outputOf('ufl', '--input', cap, '--uncapacitated')).toMatchObject({ siteIds: ['1'], objectiveValue: 23 });
    written.length = 0;
    expect(await outputOf('ufl', '--input', cap)).toMatchObject({ siteIds: ['1', '2'], objectiveValue: 35.5, assumed: [{ code: 'SITING_ASSUMED_DEMAND_SPLITS' }] });
  });

  it('reads tables and weights; locked sites stay', async () => {
    expect(await outputOf('pmedian', '--input', file('d.csv', CSV), '--p', '1')).toMatchObject({ siteIds: ['a'], objectiveValue: 110 });
    written.length = 0;
    expect(await outputOf('pmedian', '--input', file('d.csv', CSV), '--p', '1', '--locked', 'b')).toMatchObject({ siteIds: ['b'], objectiveValue: 135 });
    written.length = 0;
    expect(await outputOf('mclp', '--input', file('w.csv', '10,30\n25,5\n'), '--p', '1', '--radius', '12', '--weights', file('weights.csv', 'id,weight\n1,1\n2,9\n3,4\n'))).toMatchObject({ objectiveValue: 9, siteIds: ['2'], assumed: [{ code: 'SITING_ASSUMED_WEIGHTS_UNUSED', params: { demandCount: 1 } }] });
  });

  it('reads JSON with corridors, and says what is in the way', async () => {
    const json = { sites: [{ id: 'a' }, { id: 'b' }], demands: [{ id: 'island', weightValue: 1 }], distanceValues: [[5], [6]], corridorIds: [[['bridge']], [['bridge']]] };
    await expect(outputOf('lscp', '--input', file('j.json', JSON.stringify(json)), '--radius', '9', '--backup', '1')).rejects.toMatchObject({ code: 'SITING_BACKUP_MISSING', params: { demandIds: 'island' } });
    await expect(outputOf('lscp', '--input', file('bad.json', '{"sites":[{}],"demands":[]}'), '--radius', '9')).rejects.toMatchObject({ code: 'SITING_FILE_WRONG', params: { detail: 'sites[0]' } });
    await expect(outputOf('nearest', '--input', file('d.csv', CSV))).rejects.toMatchObject({ code: 'CLI_OPTION_INVALID' });
    await expect(outputOf('pmedian', '--input', file('d.csv', CSV), '--p', '1', '--locked', 'c')).rejects.toMatchObject({ code: 'SITING_ID_UNKNOWN' });
  });

  it('prints the schema of a problem', async () => {
    expect(await outputOf('mclp', '--schema')).toMatchObject({ title: 'Siting problem', required: ['sites', 'demands'] });
  });
});

function random(seed: number, siteCount: number, demandCount: number): SitingProblem {
  const rng = createRng(seed);
  const point = (): readonly [number, number] => [rng.nextUnit() * 100, rng.nextUnit() * 100];
  const [sites, demands] = [Array.from({ length: siteCount }, point), Array.from({ length: demandCount }, point)];
  return {
    sites: sites.map((_site, i) => ({ id: `s${i}`, state: 'candidate', capacityValue: null, openingCostValue: 100 + Math.floor(rng.nextUnit() * 200) })), demands: demands.map((_demand, j) => ({ id: `d${j}`, weightValue: 1 + Math.floor(rng.nextUnit() * 9) })), unitCode: 'km',
    distanceValues: Float64Array.from(sites.flatMap(([x, y]) => demands.map(([u, v]) => Math.round(Math.hypot(x - u, y - v))))), corridorIds: Array.from({ length: siteCount * demandCount }, () => ['north', 'south'].filter(() => rng.nextUnit() < 0.3)),
  };
}

describe('the solver as a second opinion', () => {
  const asks: readonly (readonly [SitingModel, Partial<SitingRequest>])[] = [
    ['pmedian', { siteCount: 4 }], ['ufl', {}], ['mclp', { siteCount: 3, radiusValue: 18 }], ['mclp', { siteCount: 4, radiusValue: 25, backupRatio: 0.5 }], ['lscp', { radiusValue: 40 }], ['mexclp', { siteCount: 4, radiusValue: 25, busyRatio: 0.3 }],
  ];
  for (const [model, more] of asks) {
    it(`${model} ${JSON.stringify(more)}: a poor start is carried to the same proven value that our own search finds`, async () => {
      const problem = random(41, 14, 40);
      const request: SitingRequest = { model, ...more };
      const own = solveSiting(problem, request);
      const poor = solveSiting({ ...problem, sites: problem.sites.map((site, i) => (i < 3 && model !== 'lscp' ? { ...site, state: 'existing' } : site)) }, request);
      if (!own.ok || !poor.ok) throw new Error('refused');
      const isMaximum = model === 'mclp' || model === 'mexclp';
      const proved = await proveSiting(problem, request, { ...poor.value, isProven: false, boundValue: isMaximum ? 1e9 : 0 }, { solver, timeLimitS: 20 });
      expect(proved.objectiveValue).toBeCloseTo(own.value.objectiveValue, 6);
      expect(proved.isProven).toBe(true);
      expect(checkSiting(problem, request, proved).faults).toEqual([]);
    });
  }

  it('stock positioning: the linear program bounds the purchase from below, closer than the scenarios apart', async () => {
    const problem: PositioningProblem = {
      sites: ['a', 'b'].map((id) => ({ id, state: 'candidate', classes: [{ id: 'shed', openingFen: 400, roomM3: 6 }] })), items: [{ id: 'boom', unitCode: 'm', roomM3: 1, priceFen: 100, stepValue: 1 }], budgetFen: 1000, present: [],
      scenarios: ['north', 'south'].map((id, w) => ({ id, probabilityRatio: 0.5, needs: [{ id: `need-${id}`, itemId: 'boom', quantityValue: 6, priorityCount: 4, siteIds: [w === 0 ? 'a' : 'b'] }] })),
    };
    const found = positionStock(problem);
    if (!found.ok) throw new Error(found.refusal.code);
    const bounded = await boundPositioning(problem, found.value, { solver, timeLimitS: 10 });
    expect(checkPositioning(problem, bounded).faults).toEqual([]);
    expect(found.value).toMatchObject({ expectedUnmetValue: 12, boundValue: 0 });
    expect(bounded.boundValue).toBeGreaterThan(11.9);
    expect(bounded.gapRatio).toBeLessThan(0.01);
  });
});
