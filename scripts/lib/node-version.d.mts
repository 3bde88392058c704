export function nodeIsNewEnough(major: number, minor: number): boolean;
