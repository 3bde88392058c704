// Numbers as people type them: full-width digits, commas and thin spaces as thousands, a true minus.

/** undefined when empty or no number: empty is "not given", never zero. */
export function readNumber(text: string): number | undefined {
  const plain = text.normalize('NFKC').replace(/[\s\u2009,，]/g, '').replace('−', '-');
  if (plain === '' || !/^-?\d*\.?\d+$/.test(plain)) return undefined;
  return Number(plain);
}
