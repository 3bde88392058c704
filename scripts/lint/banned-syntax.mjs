// What may not be written, and where. Each entry is a selector for ESLint's no-restricted-syntax
// with the sentence that tells the way out.

/** Everywhere: TypeScript that leaves code behind, and default exports. */
export const EVERYWHERE = [
  { selector: 'TSEnumDeclaration', message: 'No enum: use a const array and a union of its members.' },
  { selector: 'TSModuleDeclaration[kind="namespace"]', message: 'No namespace: a module is the namespace.' },
  { selector: 'TSParameterProperty', message: 'No parameter properties: sources must stay erasable.' },
  { selector: 'ExportDefaultDeclaration', message: 'Named exports only.' },
];

/** In the pure core: time, chance and place come in as arguments, spelled out. */
export const CORE = [
  { selector: 'MemberExpression[object.name="Date"][property.name="now"]', message: 'The core has no clock: take `now: Instant` or a Clock.' },
  { selector: 'NewExpression[callee.name="Date"][arguments.length=0]', message: 'The core has no clock: take `now: Instant` or a Clock.' },
  { selector: 'CallExpression[callee.name="Date"]', message: 'The core has no clock: take `now: Instant` or a Clock.' },
  { selector: 'MemberExpression[object.name="Math"][property.name="random"]', message: 'The core has no chance of its own: take an Rng or a seed.' },
  { selector: 'Identifier[name=/^(lat|lng|latitude|longitude)$/]', message: 'Spell it out: latDeg, lonDeg, or a LonLat array.' },
];

/** In decide-*.ts: pure and synchronous, refusals are returned. */
export const DECIDE = [
  { selector: ':function[async=true]', message: 'Deciding is synchronous: waiting belongs to handle-*.ts.' },
  { selector: 'AwaitExpression', message: 'Deciding is synchronous: waiting belongs to handle-*.ts.' },
  { selector: 'ThrowStatement', message: 'Deciding returns a refusal; use assert for programmer errors.' },
];
