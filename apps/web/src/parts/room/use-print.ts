// A sheet is always light, whatever the screen is: the look is changed for the print and given back.

import { useEffect } from 'react';

export function usePrintLight(): void {
  useEffect(() => {
    let before: string | undefined;
    const root = document.documentElement;
    const dress = () => {
      before ??= root.dataset['theme'] ?? 'dark';
      root.dataset['theme'] = 'light';
    };
    const undress = () => {
      if (before !== undefined) root.dataset['theme'] = before;
      before = undefined;
    };
    window.addEventListener('beforeprint', dress);
    window.addEventListener('afterprint', undress);
    return () => {
      window.removeEventListener('beforeprint', dress);
      window.removeEventListener('afterprint', undress);
      undress();
    };
  }, []);
}
