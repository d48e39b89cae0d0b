import { create } from 'qrcode';
import type { Place, Sheet } from './sheet.js';

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
