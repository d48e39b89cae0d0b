import { create } from 'qrcode';
import type { Place, Sheet } from './sheet.js';

/** The dark squares of a code as one path of a picture of `size` × `size`, for pages on a screen. */
export function qrPath(text: string): { readonly path: string; readonly size: number } {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const { size } = modules;
  const places = Array.from({ length: size * size }, (_, index) => [Math.floor(index / size), index % size] as const);
  const dark = places.filter(([row, column]) => modules.get(row, column));
  return { path: dark.map(([row, column]) => `M${column} ${row}h1v1h-1z`).join(''), size };
}

/** A code that a phone reads, drawn from squares, with the white border that readers ask for left around it. */
export function drawQr(sheet: Sheet, text: string, words: string, place: Place): void {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const side = place.width / modules.size;
  sheet.figure(words, place, (fill) => {
    for (let row = 0; row < modules.size; row += 1)
      for (let column = 0; column < modules.size; column += 1)
        // Squares that overlap by a hair leave no white seams between them.
        if (modules.get(row, column)) fill(place.x + column * side, place.y + row * side, side + 0.05);
  });
}
