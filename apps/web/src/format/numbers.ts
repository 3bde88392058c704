// Numbers for people: tabular digits, thin space as thousands mark from 1 000, a true minus sign.

export const THIN = '\u2009';

/** `1 200`, `−3.5`; `digits` after the point, at most. */
export function num(value: number, digits = 0): string {
  if (!Number.isFinite(value)) return '—';
  const fixed = Math.abs(value).toFixed(digits);
  const [whole = '0', fraction] = fixed.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, THIN);
  const sign = value < 0 && Number(fixed) !== 0 ? '−' : '';
  return `${sign}${grouped}${fraction === undefined ? '' : `.${fraction}`}`;
}

/** About three significant figures: 125, 12.5, 1.25, 0.13. */
export function sig(value: number): string {
  const size = Math.abs(value);
  if (size >= 100 || size === 0) return num(value, 0);
  if (size >= 10) return trimZeros(num(value, 1));
  return trimZeros(num(value, 2));
}

/** A ratio as the percentage that people read. */
export function percent(ratio: number): string {
  // A sum of parts may miss the whole by a rounding error; that is the whole.
  const value = Math.abs(ratio - 1) < 1e-6 ? 100 : ratio * 100;
  if (value > 0 && value < 1) return '<1%';
  if (value < 100 && value > 99) return '>99%';
  return `${num(value, 0)}%`;
}

function trimZeros(text: string): string {
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}
