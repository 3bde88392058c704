// The form of a number's name, generated from the closed list in packages/kernel/src/units.ts:
// quantity + Unit + Qualifier (windSpeedMps, slickThicknessUmMax).

import { join } from 'node:path';
import { readConstArray } from '../lib/const-array.mjs';

/** Suffixes long enough to be a whole name by themselves: `count`, `ratio`, `seed`; and `at`. */
const WHOLE_NAME_LENGTH_MIN = 4;

/**
 * Names of a figure whose unit is data, not part of the name: `value` and the like, which need a
 * property beside them that tells the unit, and `…Value`, "in the unit of the record it belongs to".
 */
export const VALUE_NAMES = '^(?:value|min|max|lower|upper|[a-z][A-Za-z0-9]*Value)$';
/** The bare ones say nothing by themselves: they need the unit beside them even inside the core. */
export const BARE_VALUE_NAMES = '^(?:value|min|max|lower|upper)$';
/** Properties that tell the unit of such a figure: the unit itself, or the id of the record that holds it. */
export const UNIT_SIBLINGS =
  '^(?:unit|[a-z][A-Za-z0-9]*Unit|unitCode|unitText|quantity|name|field|indicator|(?:sensor|rule|itemKind|indicator|lot|supply|holding)Id)$';

export function unitNamePattern(root) {
  const units = join(root, 'packages/kernel/src/units.ts');
  const suffixes = readConstArray(units, 'UNIT_SUFFIXES');
  const qualifiers = readConstArray(units, 'UNIT_QUALIFIERS').join('|');
  const whole = suffixes.filter((suffix) => suffix.length >= WHOLE_NAME_LENGTH_MIN || suffix === 'At').map(lowerFirst);
  return `^(?:[a-z][A-Za-z0-9]*(?:${suffixes.join('|')})|${whole.join('|')})(?:${qualifiers})?$`;
}

function lowerFirst(word) {
  return word.charAt(0).toLowerCase() + word.slice(1);
}
