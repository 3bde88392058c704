import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
// example-start
import type { RouteBody } from '@anlan/contracts';
import { routes } from '@anlan/contracts';
import { Value } from '@sinclair/typebox/value';

const { method, path, access, body } = routes.decideLevel;
const call = `${method} ${path} (${access})`; // 'POST /api/incidents/:id/level (incident.decide-level)'
const right: RouteBody<'decideLevel'> = { levelIndex: 3, reason: '溢油约125吨' };
const fits = Value.Check(body, right); // true
const [problem] = Value.Errors(body, { levelIndex: 5, reason: '溢油约125吨' });
problem?.path; // '/levelIndex': levels are 1 … 4
// example-end

describe('the example of the README', () => {
  it('holds', () => {
    expect(call).toBe('POST /api/incidents/:id/level (incident.decide-level)');
    expect(fits).toBe(true);
    expect(problem?.path).toBe('/levelIndex');
  });

  it('is word for word what the README shows', () => {
    const read = (relative: string): string => readFileSync(new URL(relative, import.meta.url), 'utf8');
    const shown = read('../README.md').match(/```ts\n([\s\S]*?)```/)?.[1];
    expect(shown).toBe(read('./readme.test.ts').match(/\/\/ example-start\n([\s\S]*?)\/\/ example-end\n/)?.[1]);
  });
});
