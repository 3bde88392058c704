// Writes src/data/oils.ts from the shared oil records (NOAA ADIOS oil database, a work of the US
// Government): run `npx tsx packages/models/drift/scripts/gen-oils.ts` from the repository's root.

import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { oilsSource } from './oils-source.ts';
import { sharedPath } from '../../../../test/shared.ts';

const target = fileURLToPath(new URL('../src/data/oils.ts', import.meta.url));
writeFileSync(target, oilsSource(readFileSync(sharedPath('reference/spill/oils.json'), 'utf8')));
