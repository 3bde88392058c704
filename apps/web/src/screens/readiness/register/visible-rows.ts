// Which rows of a long table are drawn: those in view and a few around them. Pure arithmetic.

export interface VisibleRows {
  readonly firstIndex: number;
  /** One past the last. */
  readonly endIndex: number;
}

export function visibleRows(view: { readonly scrollTopPx: number; readonly heightPx: number; readonly rowPx: number; readonly rowCount: number }): VisibleRows {
  const { scrollTopPx, heightPx, rowPx, rowCount } = view;
  const firstIndex = Math.max(0, Math.min(rowCount, Math.floor(scrollTopPx / rowPx) - AROUND_COUNT));
  const endIndex = Math.min(rowCount, Math.ceil((scrollTopPx + heightPx) / rowPx) + AROUND_COUNT);
  return { firstIndex, endIndex: Math.max(firstIndex, endIndex) };
}

/** Scroll position that brings a row into view with the least movement. */
export function scrollToRow(rowIndex: number, view: { readonly scrollTopPx: number; readonly heightPx: number; readonly rowPx: number }): number {
  const top = rowIndex * view.rowPx;
  if (top < view.scrollTopPx) return top;
  const below = top + view.rowPx - view.heightPx;
  return below > view.scrollTopPx ? below : view.scrollTopPx;
}

const AROUND_COUNT = 8;
