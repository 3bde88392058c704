// The pages written by hand: both languages stand and follow each other; what the tutorials show runs.

import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readNewValues } from '@anlan/domain';
import type { RegisterDeclaration } from '@anlan/domain';
import type { Formula, Result } from '@anlan/kernel';
import { knToMps } from '@anlan/kernel';

const root = join(import.meta.dirname, '../..');
const page = (path: string): string => readFileSync(join(root, 'docs', path), 'utf8');
const withoutCode = (text: string): string => text.replace(/```[\s\S]*?```/g, '');

describe('pages in both languages', () => {
  const twins = ['start/README.md', 'concepts/README.md', 'operate/README.md', 'glossary.md', 'scenarios/D1.md'];
  const levels = (text: string): string[] => [...withoutCode(text).matchAll(/^(#+) \S/gm)].map((match) => match[1] ?? '');
  const tables = (text: string): number[] => withoutCode(text).split(/\n\n+/).map((block) => block.split('\n').filter((line) => line.startsWith('|')).length).filter((lineCount) => lineCount > 0);
  const codeBlocks = (text: string): string[] => [...text.matchAll(/```\w+\n([\s\S]*?)```/g)].map((match) => (match[1] ?? '').replace(/#.*$/gm, ''));
  const foreign = (text: string): string[] => [...withoutCode(text).matchAll(/\]\(([^)\s#]+)\)/g)].map((match) => (match[1] ?? '').replace(/^(\.\.\/)+/, '')).filter((target) => /^(packages|apps|scenarios|regions|test)\//.test(target) && !twins.includes(target)).sort();

  it.each(twins)('%s stands in both', (path) => {
    expect(existsSync(join(root, 'docs', path))).toBe(true);
    expect(existsSync(join(root, 'docs/zh-CN', path))).toBe(true);
  });

  it.each(twins)('%s: same headings in number, order and level; same tables, examples and links into the code', (path) => {
    const [en, zh] = [page(path), page(`zh-CN/${path}`)];
    expect(levels(zh)).toEqual(levels(en));
    expect(tables(zh)).toEqual(tables(en));
    expect(codeBlocks(zh)).toEqual(codeBlocks(en));
    expect(foreign(zh)).toEqual(foreign(en));
  });

  it('each leads to the other, and no Chinese page stands alone', () => {
    for (const path of twins) {
      const up = '../'.repeat(path.split('/').length - 1);
      expect(page(path), path).toContain(`](${up}zh-CN/${path})`);
      expect(page(`zh-CN/${path}`), path).toContain(`](${up}../${path})`);
    }
    const chinese = readdirSync(join(root, 'docs/zh-CN'), { recursive: true }).map(String).filter((path) => path.endsWith('.md'));
    expect(chinese.sort()).toEqual([...twins].sort());
  });

  it('the glossary explains sixty terms and more, each once', () => {
    const terms = [...page('glossary.md').matchAll(/^\| ([^|]+) \| [^|]+ \| [^|]+ \| [^|]+ \| \[/gm)].map((match) => match[1]);
    expect(terms.length).toBeGreaterThanOrEqual(60);
    expect(new Set(terms).size).toBe(terms.length);
  });
});

describe('what the tutorials show runs', () => {
  // Beside the packages, so that imports by name are found as they are in the product.
  mkdirSync(join(root, '.cache'), { recursive: true });
  const folder = mkdtempSync(join(root, '.cache/tutorial-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  /** The first TypeScript block of a tutorial as a module. */
  async function moduleOf(name: string): Promise<Record<string, unknown>> {
    const shown = page(`develop/${name}.md`).match(/```ts\n([\s\S]*?)```/)?.[1] ?? '';
    const path = join(folder, `${name}.ts`);
    writeFileSync(path, shown.replace("'../../register/index.ts'", "'@anlan/domain'"));
    return (await import(path)) as Record<string, unknown>;
  }

  it('register.md: the register stands, takes a right record and refuses a wrong one with every problem', async () => {
    const { shelters } = (await moduleOf('register')) as { shelters: RegisterDeclaration };
    const right = { name: { zh: '一中', en: 'School No. 1' }, position: [122.1, 30], placesCount: 300 };
    expect(readNewValues(shelters, right)).toMatchObject({ ok: true, value: { placesCount: 300, organisationId: null } });
    expect(readNewValues(shelters, { ...right, placesCount: 0 })).toMatchObject({
      ok: false, refusal: { code: 'REGISTER_RECORD_INVALID', problems: [{ fieldId: 'placesCount', code: 'REGISTER_FIELD_RANGE' }] },
    });
  });

  it('model.md: the formula computes in its range and refuses outside', async () => {
    const { waveSpeed } = (await moduleOf('model')) as { waveSpeed: Formula };
    // c = 1.56 T, as every handbook rounds it.
    expect(waveSpeed.run({ periodS: 8 })).toMatchObject({ ok: true, value: { speedMps: expect.closeTo(1.56 * 8, 1) as number } });
    expect(waveSpeed.run({ periodS: 31 })).toMatchObject({ ok: false, refusal: { code: 'KERNEL_FORMULA_INPUT_WRONG' } });
  });

  it('adapter.md: the line is decoded to SI, anything else is refused by code', async () => {
    const { decodeLine } = (await moduleOf('adapter')) as { decodeLine: (line: string) => Result<readonly unknown[]> };
    const shown = /`(WX,[^`]+)`/.exec(page('develop/adapter.md'))?.[1] ?? '';
    expect(decodeLine(shown)).toEqual({ ok: true, value: [
      { sensorId: 'wind-aoshan', value: knToMps(12.4), observedAt: '2026-11-23T09:00:00Z' },
      { sensorId: 'wind-aoshan-from', value: 350, observedAt: '2026-11-23T09:00:00Z' },
    ] });
    expect(decodeLine('WX,aoshan')).toMatchObject({ ok: false, refusal: { code: 'WX_LINE_UNREADABLE' } });
  });
});
