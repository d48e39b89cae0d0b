import { create } from 'qrcode';

/** A QR code as one path of dark squares in a picture of `size` × `size`. */
export interface QrPath {
  readonly path: string;
  readonly size: number;
}

/** The dark squares of a code, for pages on a screen. */
export function qrPath(text: string): QrPath {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const { size } = modules;
  const places = Array.from({ length: size * size }, (_, index) => [Math.floor(index / size), index % size] as const);
  const dark = places.filter(([row, column]) => modules.get(row, column));
  return { path: dark.map(([row, column]) => `M${column} ${row}h1v1h-1z`).join(''), size };
}
