import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { movementErrors } from './errors.ts';

/** The sentences lie in a package that a model must not import, so they are loaded by place. */
async function sentences(locale: string): Promise<Record<string, unknown>> {
  const place = (file: string): string => new URL(`../../../messages/src/${locale}/${file}.ts`, import.meta.url).href;
  const { movement } = (await import(/* @vite-ignore */ place('movement'))) as { movement: Record<string, unknown> };
  const { movementNetwork } = (await import(/* @vite-ignore */ place('movement-network'))) as { movementNetwork: Record<string, unknown> };
  return { ...movement, ...movementNetwork };
}
const [en, zh] = await Promise.all([sentences('en'), sentences('zh-CN')]);

const sources = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'));
const codesInSource = new Set(sources.flatMap((file) => [...readFileSync(join(import.meta.dirname, file), 'utf8').matchAll(/\bMOVEMENT_[A-Z_]+\b/g)].map((match) => match[0])));

function placeholders(message: unknown): string[] {
  return [...JSON.stringify(message).matchAll(/\{(\w+)\}/g)].map((match) => match[1]!).filter((name, i, all) => all.indexOf(name) === i).sort();
}

describe('the sentences of movement', () => {
  it('cover every code in the sources, no more, in both languages', () => {
    expect(Object.keys(en).sort()).toEqual([...codesInSource].sort());
    expect(Object.keys(zh).sort()).toEqual(Object.keys(en).sort());
  });

  it('use the same placeholders in both languages, and those that the catalogue declares', () => {
    for (const code of Object.keys(en)) expect([code, placeholders(zh[code])]).toEqual([code, placeholders(en[code])]);
    for (const [code, entry] of Object.entries(movementErrors)) {
      const used = placeholders(en[code]);
      expect([code, used.filter((name) => !(entry.params as readonly string[]).includes(name))]).toEqual([code, []]);
    }
  });
});
