// What is measured inside the page, as plain functions that the browser runs: contrast of every text on
// its ground, sizes and weights of the type, clipped words, hues that belong to levels. They see the
// page as it is drawn, not the style sheets.

export interface Faint { readonly text: string; readonly ratio: number; readonly ink: string; readonly ground: string }

/** Every visible text with less than `least` to 1 against what is painted under it (WCAG 2). */
export function faintTexts(least: number): Faint[] {
  type Rgba = readonly [number, number, number, number];
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = 1;
  const pen = canvas.getContext('2d', { willReadFrequently: true });
  const known = new Map<string, Rgba>();
  const read = (colour: string): Rgba => {
    const before = known.get(colour);
    if (before !== undefined || pen === null) return before ?? [0, 0, 0, 0];
    pen.clearRect(0, 0, 1, 1);
    pen.fillStyle = colour;
    pen.fillRect(0, 0, 1, 1);
    const [r = 0, g = 0, b = 0, a = 0] = pen.getImageData(0, 0, 1, 1).data;
    known.set(colour, [r, g, b, a / 255]);
    return [r, g, b, a / 255];
  };
  const over = (top: Rgba, under: Rgba): Rgba => [0, 1, 2].map((i) => (top[i] ?? 0) * top[3] + (under[i] ?? 0) * (1 - top[3])).concat(1) as unknown as Rgba;
  const luminance = (colour: Rgba): number => [0.2126, 0.7152, 0.0722].reduce((sum, weight, i) => {
    const value = (colour[i] ?? 0) / 255;
    return sum + weight * (value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
  }, 0);
  const groundOf = (element: Element): Rgba => {
    const layers: Rgba[] = [];
    for (let one: Element | null = element; one !== null; one = one.parentElement) {
      const style = getComputedStyle(one);
      const layer = read(style.backgroundColor);
      if (layer[3] > 0) layers.push(layer);
      if (layer[3] === 1) break;
    }
    return layers.reverse().reduce((under, top) => over(top, under), [255, 255, 255, 1] as Rgba);
  };
  const seen = new Map<string, Faint>();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const text = (node.textContent ?? '').trim();
    const element = node.parentElement;
    if (text === '' || element === null || !element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) || element.closest('svg, .hidden-text, .skip') !== null) continue;
    const style = getComputedStyle(element);
    const ground = groundOf(element);
    let ink = read(style.color);
    for (let one: Element | null = element; one !== null; one = one.parentElement) ink = [ink[0], ink[1], ink[2], ink[3] * Number(getComputedStyle(one).opacity)];
    const [high, low] = [luminance(over(ink, ground)), luminance(ground)].sort((a, b) => b - a) as [number, number];
    const ratio = Math.round(((high + 0.05) / (low + 0.05)) * 100) / 100;
    const key = `${style.color} ${ground.join()}`;
    if (ratio < least && !seen.has(key)) seen.set(key, { text: text.slice(0, 30), ratio, ink: style.color, ground: ground.join() });
  }
  return [...seen.values()];
}

export interface TypeUse { readonly smallChinese: string[]; readonly sizesPx: number[]; readonly weights: string[] }

/** Sizes of words (digits and Roman numerals may be 11), weights, and Chinese below 12 px. */
export function typeUse(): TypeUse {
  const smallChinese = new Set<string>();
  const sizesPx = new Set<number>();
  const weights = new Set<string>();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const text = (node.textContent ?? '').trim();
    const element = node.parentElement;
    if (text === '' || element === null || !element.checkVisibility() || element.closest('.hidden-text, .skip, option') !== null) continue;
    const style = getComputedStyle(element);
    const sizePx = Math.round(Number.parseFloat(style.fontSize) * 10) / 10;
    weights.add(style.fontWeight);
    if (/\p{L}{2}|\p{Script=Han}/u.test(text)) sizesPx.add(sizePx);
    if (/\p{Script=Han}/u.test(text) && sizePx < 12) smallChinese.add(`${text.slice(0, 20)} ${sizePx}`);
  }
  return { smallChinese: [...smallChinese], sizesPx: [...sizesPx].sort((a, b) => a - b), weights: [...weights].sort() };
}

/** Cells and names whose words do not fit and whose whole text nobody could read: no title gives it. */
export function clippedWords(selector: string): string[] {
  return [...document.querySelectorAll<HTMLElement>(selector)].filter((element) => element.checkVisibility() && element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0 && getComputedStyle(element).overflowX !== 'visible' && element.closest('[title]') === null && element.querySelector('[title]') === null).map((element) => `${element.tagName.toLowerCase()}.${element.className} ${element.innerText.slice(0, 40)}`);
}

/** Elements painted in the hue of a level that are no mark of a level. */
export function strayHues(): string[] {
  const style = getComputedStyle(document.documentElement);
  const canvas = document.createElement('canvas').getContext('2d');
  const normal = (colour: string): string => {
    if (canvas === null) return colour;
    canvas.fillStyle = colour;
    return canvas.fillStyle;
  };
  const reserved = new Set([1, 2, 3, 4].flatMap((level) => ['', 'ink', 'wash'].map((part) => normal(style.getPropertyValue(`--l${level}${part}`).trim()))));
  const used = (element: Element): string[] => {
    const own = getComputedStyle(element);
    return [own.color, own.backgroundColor, own.borderTopColor, own.borderLeftColor, own.fill, own.stroke].map(normal);
  };
  return [...document.querySelectorAll('body *')].filter((element) => element.closest('.level-mark, .level-badge') === null && used(element).some((colour) => reserved.has(colour))).map((element) => `${element.tagName} ${element.getAttribute('class') ?? ''}`);
}
