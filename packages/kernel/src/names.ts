// The name of a thing in a sentence for people: one text that every reader gets, or one for each
// language. A sentence takes it as parameters; which of the two is read is decided where it is filled.

export type LocalName = string | { readonly zh: string; readonly en: string };

/** `{ name }` for one text, `{ nameZh, nameEn }` for two; the placeholder stays `{name}`. */
export function nameParams(param: string, name: LocalName): Readonly<Record<string, string>> {
  return typeof name === 'string' ? { [param]: name } : { [`${param}Zh`]: name.zh, [`${param}En`]: name.en };
}

/** A name as people see it: no control, direction or invisible characters that make it look like another; one space for many. */
export function plainName(given: string): string {
  return given.normalize('NFC').replace(/\s+/gu, ' ').replace(/[\p{Cc}\p{Cf}]/gu, '').trim();
}
