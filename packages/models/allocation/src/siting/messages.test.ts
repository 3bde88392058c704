import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sitingErrors } from './errors.ts';

/** The sentences lie in a package that a model must not import, so they are loaded by place. */
async function sentences(locale: string): Promise<Record<string, unknown>> {
  const place = new URL(`../../../../messages/src/${locale}/siting.ts`, import.meta.url).href;
  return ((await import(/* @vite-ignore */ place)) as { siting: Record<string, unknown> }).siting;
}
const [en, zh] = await Promise.all([sentences('en'), sentences('zh-CN')]);

/** Raised by the command line, which reads the files, and not by the model. */
const OF_THE_COMMAND_LINE = ['SITING_ASSUMED_CAPACITY_OPEN', 'SITING_ASSUMED_COUNT_FROM_FILE', 'SITING_ASSUMED_WEIGHTS_UNUSED', 'SITING_ASSUMED_WEIGHT_ONE'];

describe('the sentences of siting', () => {
  it('cover every code in the sources, no more, in both languages', () => {
    const sources = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'));
    const codes = new Set(sources.flatMap((file) => [...readFileSync(join(import.meta.dirname, file), 'utf8').matchAll(/'(SITING_[A-Z_]+)'/g)].map((match) => match[1]!)));
    for (const code of [...Object.keys(sitingErrors), ...OF_THE_COMMAND_LINE]) codes.add(code);
    expect(Object.keys(en).sort()).toEqual([...codes].sort());
    expect(Object.keys(zh).sort()).toEqual(Object.keys(en).sort());
  });

  it('a refusal says in both languages what happened, what it means and what to do, with its params', () => {
    for (const [code, { params }] of Object.entries(sitingErrors)) {
      for (const language of [en, zh]) {
        const used = [...JSON.stringify(language[code]).matchAll(/\{(\w+)\}/g)].map((match) => match[1]!);
        expect([code, [...new Set(used)].sort()]).toEqual([code, [...params].sort()]);
      }
    }
  });
});
