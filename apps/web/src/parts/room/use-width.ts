// Width of an element in px, for charts that are drawn to the pixel and not stretched.

import type { RefObject } from 'react';
import { useLayoutEffect, useState } from 'react';

export function useWidthPx(element: RefObject<Element | null>): number {
  const [widthPx, setWidthPx] = useState(0);
  useLayoutEffect(() => {
    const target = element.current;
    if (target === null) return undefined;
    setWidthPx(Math.round(target.clientWidth));
    const observer = new ResizeObserver(([entry]) => setWidthPx(Math.round(entry?.contentRect.width ?? 0)));
    observer.observe(target);
    return () => observer.disconnect();
  }, [element]);
  return widthPx;
}
