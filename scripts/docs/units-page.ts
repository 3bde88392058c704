// docs/reference/units.md: the closed list of suffixes, from packages/kernel/src/units.ts.

import { join } from 'node:path';
import type { Page } from './page.ts';
import { readConstArray } from '../lib/const-array.mjs';
import { page, table } from './page.ts';

export const unitsPage: Page = {
  path: 'docs/reference/units.md',
  render: (tree) => {
    const path = join(tree.root, 'packages/kernel/src/units.ts');
    const suffixes = readConstArray(path, 'UNIT_SUFFIXES');
    const qualifiers = readConstArray(path, 'UNIT_QUALIFIERS');
    const undescribed = suffixes.filter((suffix) => !(suffix in MEANINGS));
    if (undescribed.length > 0) throw new Error(`scripts/docs/units-page.ts does not say what these mean: ${undescribed.join(', ')}`);
    return page(
      'Unit suffixes · 单位后缀',
      'A numeric name is quantity + Unit + Qualifier: `windSpeedMps`, `slickThicknessUmMax`. The list is closed: a new suffix needs a line in `packages/kernel/src/units.ts`. SI in the core, in contracts and in storage; other units only where a format is decoded or a person reads.',
      table(['Suffix', 'Unit'], suffixes.map((suffix) => [`\`${suffix}\``, MEANINGS[suffix] ?? ''])),
      `Qualifiers: ${qualifiers.map((qualifier) => `\`${qualifier}\``).join(' ')}. \`Min\` is always the minimum; minutes are written \`Minutes\`.`,
      'A figure whose unit is data ends in `Value`: it is in the unit of the record that it belongs to. On the wire, and wherever it is called just `value`, `min` or `max`, the property that tells the unit (`unitCode`, `unitText`, `sensorId`, …) stands beside it.',
    );
  },
};

const MEANINGS: Readonly<Record<string, string>> = {
  Ms: 'milliseconds', S: 'seconds', Minutes: 'minutes', Hours: 'hours', Days: 'days', PerS: 'per second', PerHour: 'per hour', Hz: 'hertz',
  M: 'metres', Km: 'kilometres', Nmi: 'international nautical miles (1852 m)', Mm: 'millimetres', Um: 'micrometres',
  M2: 'square metres', Km2: 'square kilometres', M3: 'cubic metres', Px: 'pixels on screen',
  Mps: 'metres per second', Kn: 'knots', MPerS2: 'metres per second squared', M2PerS: 'square metres per second',
  M3PerS: 'cubic metres per second', M3PerHour: 'cubic metres per hour', KgPerS: 'kilograms per second',
  KgPerM3: 'kilograms per cubic metre', KgPerM2: 'kilograms per square metre', MgPerM3: 'milligrams per cubic metre', Ppm: 'parts per million by volume',
  DegTrue: 'degrees clockwise from true north', Deg: 'degrees of arc', Rad: 'radians',
  K: 'kelvin', DegC: 'degrees Celsius', Pa: 'pascals', HPa: 'hectopascals', PaS: 'pascal seconds', Newton: 'newtons',
  NPerM: 'newtons per metre', JPerMolK: 'joules per mole kelvin', Mol: 'moles', KgPerMol: 'kilograms per mole',
  Kg: 'kilograms', Tonnes: 'metric tonnes (1000 kg)', Litres: 'litres', LPerMinute: 'litres per minute', LPerHour: 'litres per hour', Kw: 'kilowatts', Volt: 'volts', Ratio: 'a ratio, 0…1, never a percentage',
  Count: 'a number of things', Index: 'a position in a list or a rank', Bytes: 'bytes', Cny: 'Chinese yuan', Fen: '1/100 yuan',
  At: 'an instant: milliseconds since 1970-01-01T00:00:00Z', Code: 'a number that is a code', Seed: 'a seed of chance',
  Version: 'a version number', HttpStatus: 'a status code of HTTP',
};
