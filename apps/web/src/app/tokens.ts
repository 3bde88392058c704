// Reads a colour token where it stands; map palettes hang on the map's own element.

export function readToken(name: `--${string}`, element: Element = document.documentElement): string {
  return getComputedStyle(element).getPropertyValue(name).trim();
}
