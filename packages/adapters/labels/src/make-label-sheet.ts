// A4 sheets of ten labels (105 × 57 mm), black on white: QR code, name in both languages, lines, Code 128.
// The Chinese face is embedded with only the glyphs that are used, so that any printer has them. No date and
// no chance goes in: the same labels give the same bytes.

import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { PDFFont, PDFPage } from 'pdf-lib';
import { PDFDocument, rgb } from 'pdf-lib';
import fontkit from '@pdf-lib/fontkit';
import { code128Bars, qrCells } from './bars.ts';
import { woffToSfnt } from './woff-to-sfnt.ts';

export interface Label {
  /** Printable ASCII; what a scan gives back. */
  readonly codeText: string;
  readonly titleZh: string;
  readonly titleEn: string;
  /** At most four are printed. */
  readonly lines: readonly string[];
  /** Printed beside the code's text, such as that it is a demonstration. */
  readonly flagText?: string;
}

export async function makeLabelSheet(labels: readonly Label[]): Promise<Uint8Array> {
  const document = await PDFDocument.create({ updateMetadata: false });
  document.registerFontkit(fontkit);
  document.setTitle('安澜标签 Anlan labels');
  const font = await document.embedFont(woffToSfnt(await readFile(FONT_PATH)), { subset: true });
  for (let from = 0; from < labels.length; from += COLUMN_COUNT * ROW_COUNT) {
    const page = document.addPage([PAGE_WIDTH_PT, PAGE_HEIGHT_PT]);
    for (const [i, label] of labels.slice(from, from + COLUMN_COUNT * ROW_COUNT).entries()) {
      const leftPt = (i % COLUMN_COUNT) * LABEL_WIDTH_PT;
      const topPt = PAGE_HEIGHT_PT - MARGIN_TOP_PT - Math.floor(i / COLUMN_COUNT) * LABEL_HEIGHT_PT;
      drawLabel(page, font, label, leftPt, topPt);
    }
  }
  return document.save({ useObjectStreams: true });
}

function drawLabel(page: PDFPage, font: PDFFont, label: Label, leftPt: number, topPt: number): void {
  const innerLeftPt = leftPt + PAD_PT;
  drawQr(page, label.codeText, innerLeftPt, topPt - PAD_PT);
  const textLeftPt = innerLeftPt + QR_PT + PAD_PT;
  const textWidthPt = LABEL_WIDTH_PT - QR_PT - 3 * PAD_PT;
  let baselinePt = topPt - PAD_PT - TITLE_PT;
  page.drawText(fit(font, label.titleZh, TITLE_PT, textWidthPt), { x: textLeftPt, y: baselinePt, size: TITLE_PT, font, color: BLACK });
  baselinePt -= LINE_PT * 1.4;
  page.drawText(fit(font, label.titleEn, LINE_PT, textWidthPt), { x: textLeftPt, y: baselinePt, size: LINE_PT, font, color: BLACK });
  for (const line of label.lines.slice(0, LINE_COUNT_MAX)) {
    baselinePt -= LINE_PT * 1.4;
    page.drawText(fit(font, line, LINE_PT, textWidthPt), { x: textLeftPt, y: baselinePt, size: LINE_PT, font, color: BLACK });
  }
  const flagText = label.flagText ?? '';
  const flagLeftPt = leftPt + LABEL_WIDTH_PT - PAD_PT - font.widthOfTextAtSize(flagText, LINE_PT);
  if (flagText !== '') page.drawText(flagText, { x: flagLeftPt, y: topPt - LABEL_HEIGHT_PT + PAD_PT, size: LINE_PT, font, color: BLACK });
  drawBars(page, font, label.codeText, innerLeftPt, topPt - LABEL_HEIGHT_PT + PAD_PT);
}

function drawQr(page: PDFPage, text: string, leftPt: number, topPt: number): void {
  const { sideCount, isDark } = qrCells(text);
  const cellPt = QR_PT / (sideCount + 2 * QUIET_CELL_COUNT);
  for (let rowIndex = 0; rowIndex < sideCount; rowIndex += 1) {
    let columnIndex = 0;
    while (columnIndex < sideCount) {
      let runCount = 0;
      while (columnIndex + runCount < sideCount && isDark(rowIndex, columnIndex + runCount)) runCount += 1;
      if (runCount > 0) {
        const x = leftPt + (columnIndex + QUIET_CELL_COUNT) * cellPt;
        page.drawRectangle({ x, y: topPt - (rowIndex + 1 + QUIET_CELL_COUNT) * cellPt, width: runCount * cellPt, height: cellPt, color: BLACK });
      }
      columnIndex += runCount + 1;
    }
  }
}

/** Left out when a bar would be finer than a label printer draws; the QR code and the text remain. */
function drawBars(page: PDFPage, font: PDFFont, text: string, leftPt: number, bottomPt: number): void {
  const { widthCounts, moduleCount } = code128Bars(text);
  const widthPt = LABEL_WIDTH_PT - 2 * PAD_PT;
  const modulePt = Math.min(MODULE_PT_MAX, widthPt / (moduleCount + 2 * QUIET_MODULE_COUNT));
  page.drawText(fit(font, text, CODE_TEXT_PT, widthPt), { x: leftPt, y: bottomPt, size: CODE_TEXT_PT, font, color: BLACK });
  if (modulePt < MODULE_PT_MIN) return;
  let x = leftPt + QUIET_MODULE_COUNT * modulePt;
  for (const [i, widthCount] of widthCounts.entries()) {
    if (i % 2 === 0) page.drawRectangle({ x, y: bottomPt + CODE_TEXT_PT * 1.3, width: widthCount * modulePt, height: BAR_PT, color: BLACK });
    x += widthCount * modulePt;
  }
}

/** Cut with an ellipsis where it does not fit, so that nothing runs into the next label. */
function fit(font: PDFFont, text: string, sizePt: number, widthPt: number): string {
  if (font.widthOfTextAtSize(text, sizePt) <= widthPt) return text;
  const signs = [...text];
  while (signs.length > 1 && font.widthOfTextAtSize(`${signs.join('')}…`, sizePt) > widthPt) signs.pop();
  return `${signs.join('')}…`;
}

const FONT_PATH = createRequire(import.meta.url).resolve('@fontsource/noto-sans-sc/files/noto-sans-sc-chinese-simplified-400-normal.woff');
const BLACK = rgb(0, 0, 0);
/** 72 points an inch of 25.4 mm. */
const PT_PER_MM = 72 / 25.4;
/** A4, ISO 216. */
const PAGE_WIDTH_PT = 210 * PT_PER_MM;
const PAGE_HEIGHT_PT = 297 * PT_PER_MM;
const COLUMN_COUNT = 2;
const ROW_COUNT = 5;
const LABEL_WIDTH_PT = 105 * PT_PER_MM;
const LABEL_HEIGHT_PT = 57 * PT_PER_MM;
const MARGIN_TOP_PT = 6 * PT_PER_MM;
const PAD_PT = 4 * PT_PER_MM;
const QR_PT = 32 * PT_PER_MM;
/** ISO/IEC 18004: four cells of quiet zone. */
const QUIET_CELL_COUNT = 4;
/** ISO/IEC 15417: ten modules on each side. */
const QUIET_MODULE_COUNT = 10;
const BAR_PT = 9 * PT_PER_MM;
/** 0.19 mm is what common hand scanners and 203 dpi printers still hold. */
const MODULE_PT_MIN = 0.19 * PT_PER_MM;
const MODULE_PT_MAX = 0.33 * PT_PER_MM;
const TITLE_PT = 12;
const LINE_PT = 8;
const CODE_TEXT_PT = 6;
const LINE_COUNT_MAX = 4;
