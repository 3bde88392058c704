import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createProgram } from '@anlan/cli';

const written: string[] = [];
const stdout = vi.spyOn(process.stdout, 'write');
afterEach(() => {
  written.length = 0;
  stdout.mockReset();
});

/** Runs a command and gives what it wrote to standard output. */
async function outputOf(...args: string[]): Promise<string> {
  stdout.mockImplementation((chunk) => written.push(String(chunk)) > 0);
  await createProgram().parseAsync(args, { from: 'user' });
  return written.join('');
}

describe('the example of the README', () => {
  it('holds', async () => {
    const inputs = { spilledMassKg: 125_000, oilDensityKgPerM3: 860, mechanicalRatio: 0.5, skimmerEfficiencyRatio: 0.2, recoveryDays: 3, workDayHours: 6 };
    const printed = await outputOf('calc', 'run', 'allocation.skimmer-capacity', '--json', JSON.stringify(inputs));
    expect(JSON.parse(printed)).toEqual({ capacityM3PerHour: 20.187338501291986 });
    const page = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
    expect(page).toContain('const inputs = { spilledMassKg: 125_000, oilDensityKgPerM3: 860, mechanicalRatio: 0.5, skimmerEfficiencyRatio: 0.2, recoveryDays: 3, workDayHours: 6 };');
    expect(page).toContain(`--json '${JSON.stringify(inputs)}'`);
  });
});

describe('calc', () => {
  it('lists the formulas of every model, each of which describes itself with a source', async () => {
    const ids = (await outputOf('calc', 'list')).trim().split('\n').map((line) => line.split(' ')[0] ?? '');
    expect(new Set(ids.map((id) => id.split('.')[0]))).toEqual(new Set(['allocation', 'drift', 'movement']));
    for (const id of ids) {
      written.length = 0;
      const described = JSON.parse(await outputOf('calc', 'describe', id)) as { id: string; source: string; inputs: { name: string }[] };
      expect(described.id).toBe(id);
      expect(described.source, id).not.toBe('');
      expect(described.inputs.length, id).toBeGreaterThan(0);
    }
  });

  it.each([
    [['calc', 'run', 'allocation.nothing', '--json', '{}'], 'CLI_FORMULA_UNKNOWN'],
    [['calc', 'run', 'allocation.boom-angle', '--json', '{}'], 'KERNEL_FORMULA_INPUT_WRONG'],
    [['forecast', '--input', '/nowhere/case.json'], 'CLI_FILE_UNREADABLE'],
  ])('%j is refused as %s', async (args, code) => {
    await expect(outputOf(...args)).rejects.toMatchObject({ code });
  });
});
