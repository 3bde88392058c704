// Photos are reduced on the phone: a picture of 4 MB over a weak link is a report that never arrives.

import { webError } from '../../api/api-error.ts';

/** A JPEG data URL with the longer side at most SIDE_MAX_PX; throws WEB_PHOTO_UNREADABLE. */
export async function reducePhoto(file: File): Promise<string> {
  try {
    const bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' });
    const { widthPx, heightPx } = reducedSize(bitmap.width, bitmap.height);
    const canvas = document.createElement('canvas');
    canvas.width = widthPx;
    canvas.height = heightPx;
    canvas.getContext('2d')?.drawImage(bitmap, 0, 0, widthPx, heightPx);
    bitmap.close();
    return canvas.toDataURL('image/jpeg', QUALITY_RATIO);
  } catch {
    throw webError('WEB_PHOTO_UNREADABLE', { name: file.name.slice(0, 60) });
  }
}

export function reducedSize(widthPx: number, heightPx: number): { readonly widthPx: number; readonly heightPx: number } {
  const ratio = Math.min(1, SIDE_MAX_PX / Math.max(widthPx, heightPx));
  return { widthPx: Math.max(1, Math.round(widthPx * ratio)), heightPx: Math.max(1, Math.round(heightPx * ratio)) };
}

export function dataUrlToBlob(dataUrl: string): Blob {
  const [head = '', body = ''] = dataUrl.split(',');
  const bytes = Uint8Array.from(atob(body), (letter) => letter.charCodeAt(0));
  return new Blob([bytes], { type: /data:([^;]+)/.exec(head)?.[1] ?? 'image/jpeg' });
}

/** Enough to read a ship's name at a hundred metres; about 200 kB. */
const SIDE_MAX_PX = 1280;
const QUALITY_RATIO = 0.72;
