import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { routingErrors } from './errors.ts';

/** The sentences lie in a package that a model must not import, so they are loaded by place. */
async function sentences(locale: string): Promise<Record<string, unknown>> {
  const place = new URL(`../../../../messages/src/${locale}/trips.ts`, import.meta.url).href;
  return ((await import(/* @vite-ignore */ place)) as { trips: Record<string, unknown> }).trips;
}
const [en, zh] = await Promise.all([sentences('en'), sentences('zh-CN')]);
const sources = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'));
const codes = new Set(sources.flatMap((file) => [...readFileSync(join(import.meta.dirname, file), 'utf8').matchAll(/\bTRIP_[A-Z_]+\b/g)].map((match) => match[0])));
const placeholders = (message: unknown): string[] => [...new Set([...JSON.stringify(message).matchAll(/\{(\w+)\}/g)].map((match) => match[1]!))].sort();

describe('the sentences of routing', () => {
  it('cover every code in the sources, no more, in both languages, with the same placeholders', () => {
    expect(Object.keys(en).sort()).toEqual([...codes].sort());
    expect(Object.keys(zh).sort()).toEqual(Object.keys(en).sort());
    for (const code of Object.keys(en)) expect([code, placeholders(zh[code])]).toEqual([code, placeholders(en[code])]);
    for (const [code, entry] of Object.entries(routingErrors)) expect([code, placeholders(en[code])]).toEqual([code, [...entry.params].sort()]);
  });
});
