// The door of the sea engine: builds what holds for one vessel, searches, answers.

import type { Result } from '@anlan/kernel';
import { refuse } from '@anlan/kernel';
import type { SeaField, SeaFieldRequest, SeaWorld } from '../api/sea-field.ts';

/** Stands in a moment; until then it refuses. */
export function searchSeaField(_world: SeaWorld, request: SeaFieldRequest): Result<SeaField> {
  return refuse('MOVEMENT_OUTSIDE_GRID', { name: request.profile.id, lonDeg: request.from.position[0], latDeg: request.from.position[1] });
}
