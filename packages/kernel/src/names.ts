// The name of a thing in a sentence for people: one text that every reader gets, or one for each
// language. A sentence takes it as parameters; which of the two is read is decided where it is filled.

export type LocalName = string | { readonly zh: string; readonly en: string };

/** `{ name }` for one text, `{ nameZh, nameEn }` for two; the placeholder stays `{name}`. */
export function nameParams(param: string, name: LocalName): Readonly<Record<string, string>> {
  return typeof name === 'string' ? { [param]: name } : { [`${param}Zh`]: name.zh, [`${param}En`]: name.en };
}
