// The two codes of a label as plain geometry: QR for a telephone's camera (ISO/IEC 18004, level M
// or better where it fits), Code 128
// for a hand scanner (ISO/IEC 15417). The encoder is bwip-js; what leaves here are cells and bars, so that a
// page draws them as vectors and a test can read them back.

import bwip from 'bwip-js/node';

export interface QrCells {
  /** Cells along one side, without the quiet zone. */
  readonly sideCount: number;
  readonly isDark: (rowIndex: number, columnIndex: number) => boolean;
}

export function qrCells(text: string): QrCells {
  const [one] = bwip.raw({ bcid: 'qrcode', text, eclevel: 'M' } as never) as unknown as readonly { readonly pixs: readonly number[]; readonly pixx: number }[];
  if (one === undefined) throw new Error(`no QR code for ${text}`);
  return { sideCount: one.pixx, isDark: (rowIndex, columnIndex) => one.pixs[rowIndex * one.pixx + columnIndex] === 1 };
}

export interface Bars {
  /** Widths in modules, dark and light in turn, beginning dark. */
  readonly widthCounts: readonly number[];
  readonly moduleCount: number;
}

export function code128Bars(text: string): Bars {
  const [one] = bwip.raw({ bcid: 'code128', text } as never) as unknown as readonly { readonly sbs: readonly number[] }[];
  if (one === undefined) throw new Error(`no Code 128 for ${text}`);
  return { widthCounts: one.sbs, moduleCount: one.sbs.reduce((sum, width) => sum + width, 0) };
}
