// Words of a file of numbers, and where a wrong one lies.

export interface Words {
  readonly words: readonly string[];
  /** Line of a word, counted from 1. */
  lineOf(wordIndex: number): number;
}

export function wordsOf(text: string): Words {
  const matches = text.matchAll(/\S+/g);
  const [words, offsets]: [string[], number[]] = [[], []];
  for (const match of matches) {
    words.push(match[0]);
    offsets.push(match.index);
  }
  return { words, lineOf: (wordIndex) => text.slice(0, offsets[wordIndex] ?? text.length).split('\n').length };
}
