// The list of gates, slowest first, so that two at a time end together. The number in a title is
// that of the seven in ARCHITECTURE.md. Each is loaded when it runs, since some load much.

import type { Gate } from './gate.ts';

export interface GateEntry {
  readonly id: string;
  readonly title: string;
  load(): Promise<Gate>;
}

export const gates: readonly GateEntry[] = [
  { id: 'lint', title: '2 names, units, clocks, chance: ESLint', load: async () => (await import('./lint.ts')).lint },
  { id: 'compile-node', title: '1 everything that runs in Node compiles, tests included', load: async () => (await import('./compile.ts')).compileNode },
  { id: 'replay', title: '7 same scenario, same seed, twice: same hash', load: async () => (await import('./replay.ts')).replay },
  { id: 'compile-web', title: '1 the web compiles', load: async () => (await import('./compile.ts')).compileWeb },
  { id: 'walls', title: '3 who may import whom, and the picture of it', load: async () => (await import('./walls.ts')).walls },
  { id: 'compile-core', title: '1 core compiles with lib ES2023 and no platform types', load: async () => (await import('./compile.ts')).compileCore },
  { id: 'docs', title: '6 generated pages say what the code says', load: async () => (await import('./docs.ts')).docs },
  { id: 'tidy', title: '6 sizes, leftovers, dead files, switched-off tests, secrets, links', load: async () => (await import('./tidy.ts')).tidy },
  { id: 'declared', title: '5 every import is declared by its package', load: async () => (await import('./declared.ts')).declared },
  { id: 'messages', title: '6 both languages in step; error codes in step with sentences and docs', load: async () => (await import('./messages.ts')).messages },
  { id: 'shape', title: '4 one door a package, one shape of package.json', load: async () => (await import('./shape.ts')).shape },
  { id: 'licences', title: '6 licences of everything the product ships with', load: async () => (await import('./licences.ts')).licences },
];
