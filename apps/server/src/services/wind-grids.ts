// Placed wind files by the id of their bytes, read once: a file is some megabytes, and every request
// for a forecast asks which of them cover it.

import type { GriddedWind } from '@anlan/drift';
import { readWindGrid } from '@anlan/domain';
import { ok, refuse } from '@anlan/kernel';
import type { Result } from '@anlan/kernel';
import type { ServiceBase } from '../services.ts';

export async function findWindGrid({ artefacts }: Pick<ServiceBase, 'artefacts'>, artefactId: string): Promise<Result<GriddedWind>> {
  const known = read.get(artefactId);
  if (known !== undefined) return ok(known);
  const artefact = await artefacts.get(artefactId);
  if (artefact === undefined) return refuse('FORCING_UNKNOWN', { id: artefactId });
  const wind = readWindGrid(JSON.parse(Buffer.from(artefact.bytes).toString('utf8')));
  if (!wind.ok) return wind;
  if (read.size >= KEPT_COUNT) read.delete(read.keys().next().value ?? '');
  read.set(artefactId, wind.value);
  return wind;
}

/** By content, so that no server can be given another's. */
const read = new Map<string, GriddedWind>();
const KEPT_COUNT = 8;
