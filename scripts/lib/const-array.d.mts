/** The strings of one const array. Throws when the file does not declare it that way. */
export function readConstArray(path: string, name: string): string[];
