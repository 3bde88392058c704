// What may not be written, and where. Each entry is a selector for ESLint's no-restricted-syntax
// with the sentence that tells the way out.

/** Everywhere: TypeScript that leaves code behind, and default exports. */
export const EVERYWHERE = [
  { selector: 'TSEnumDeclaration', message: 'No enum: use a const array and a union of its members.' },
  { selector: 'TSModuleDeclaration[kind="namespace"]', message: 'No namespace: a module is the namespace.' },
  { selector: 'TSParameterProperty', message: 'No parameter properties: sources must stay erasable.' },
  { selector: 'ExportDefaultDeclaration', message: 'Named exports only.' },
];

const NO_CLOCK = 'The core has no clock: take `now: Instant` or a Clock.';
const NO_CHANCE = 'The core has no chance of its own: take an Rng or a seed.';
const NO_ZONE = 'The core has no zone and no locale of the machine: UTC instants, and order by code unit.';

/** In the pure core: time, chance and place come in as arguments, spelled out; nothing of the machine. */
export const CORE = [
  { selector: 'Identifier[name="globalThis"]', message: 'The core names what it uses: no globalThis.' },
  { selector: 'MemberExpression[object.name="Date"][computed=true]', message: NO_CLOCK },
  { selector: 'MemberExpression[object.name="Math"][computed=true]', message: NO_CHANCE },
  { selector: 'VariableDeclarator[init.name="Date"]', message: NO_CLOCK },
  { selector: 'VariableDeclarator[init.name="Math"]', message: NO_CHANCE },
  { selector: 'NewExpression[callee.name="Date"][arguments.length>1]', message: NO_ZONE },
  { selector: 'MemberExpression[object.name="Date"][property.name="parse"]', message: 'Text becomes an instant through the kernel, which refuses what has no zone.' },
  { selector: 'MemberExpression[property.name=/^(get|set)(FullYear|Month|Date|Day|Hours|Minutes|Seconds|Milliseconds|TimezoneOffset)$/]', message: NO_ZONE },
  { selector: 'MemberExpression[property.name=/^(localeCompare|toLocale[A-Z][A-Za-z]*)$/]', message: NO_ZONE },
  { selector: 'MemberExpression[object.name="Date"][property.name="now"]', message: NO_CLOCK },
  { selector: 'NewExpression[callee.name="Date"][arguments.length=0]', message: NO_CLOCK },
  { selector: 'CallExpression[callee.name="Date"]', message: NO_CLOCK },
  { selector: 'MemberExpression[object.name="Math"][property.name="random"]', message: NO_CHANCE },
  { selector: 'Identifier[name=/^(lat|lng|latitude|longitude)$/]', message: 'Spell it out: latDeg, lonDeg, or a LonLat array.' },
];

/** In decide-*.ts: pure and synchronous, refusals are returned. */
export const DECIDE = [
  { selector: ':function[async=true]', message: 'Deciding is synchronous: waiting belongs to handle-*.ts.' },
  { selector: 'AwaitExpression', message: 'Deciding is synchronous: waiting belongs to handle-*.ts.' },
  { selector: 'ThrowStatement', message: 'Deciding returns a refusal; use assert for programmer errors.' },
];
