import type { Sheet, TextStyle } from './sheet.js';

/** A name and its value: `Number`, `2026-0001`. */
export type Fact = readonly [name: string, value: string];

/** The cooperative's name on the left and what the paper is on the right, as large as both allow. */
export function drawHead(sheet: Sheet, by: string, title: string, under: string): void {
  const { left, width } = sheet;
  const name = { x: left, width: width * 0.36 };
  const kind = { x: left + width * 0.4, width: width * 0.6 };
  const top = sheet.y;
  const byHeight = sheet.put('P', by, { ...name, y: top + 3 }, { size: 12, weight: 'bold', ink: 'brand' });
  const titleHeight = sheet.put('H1', title, { ...kind, y: top }, { size: 19, weight: 'bold', align: 'right' });
  const underStyle: TextStyle = { size: 10, ink: 'muted', align: 'right' };
  const underHeight = sheet.put('P', under, { ...kind, y: top + titleHeight + 2 }, underStyle);
  sheet.y = top + Math.max(byHeight, titleHeight + underHeight) + 16;
  sheet.line(sheet.y, 'brand');
  sheet.y += 16;
}

export interface Block {
  readonly label: string;
  readonly name: string;
  readonly lines: readonly string[];
}

/** Who stands on each side, beside each other. */
export function drawSides(sheet: Sheet, sides: readonly [Block, Block]): void {
  const width = sheet.width / 2 - 12;
  sheet.need(80);
  const top = sheet.y;
  const bottoms = sides.map(({ label, name, lines }, index) => {
    const x = sheet.left + index * (sheet.width / 2 + 12);
    let y = top;
    y += sheet.put('P', label, { x, y, width }, { size: 7.5, ink: 'muted', weight: 'bold' }) + 3;
    y += sheet.put('P', name, { x, y, width }, { size: 10.5, weight: 'bold' }) + 2;
    for (const line of lines) y += sheet.put('P', line, { x, y, width }) + 1;
    return y;
  });
  sheet.y = Math.max(...bottoms) + 16;
}

/** Facts in a grid, the name small above its value. */
export function drawFacts(sheet: Sheet, facts: readonly Fact[], columns = 4): void {
  const width = sheet.width / columns;
  for (let first = 0; first < facts.length; first += columns) {
    const row = facts.slice(first, first + columns);
    const heights = row.map(
      ([name, value]) => nameHeight(sheet, name, width) + sheet.heightOf(value, width - 10, valueStyle),
    );
    const height = Math.max(...heights) + 12;
    sheet.need(height);
    row.forEach(([name, value], index) => {
      const place = { x: sheet.left + index * width, y: sheet.y, width: width - 10 };
      const used = sheet.put('P', name, place, nameStyle);
      sheet.put('P', value, { ...place, y: sheet.y + used + 2 }, valueStyle);
    });
    sheet.y += height;
  }
}

const nameStyle: TextStyle = { size: 7.5, ink: 'muted' };
const valueStyle: TextStyle = { size: 9.5, weight: 'bold' };
const nameHeight = (sheet: Sheet, name: string, width: number): number =>
  sheet.heightOf(name, width - 10, nameStyle) + 2;

/** A heading with facts below each other, name on the left. */
export function drawSection(sheet: Sheet, title: string, facts: readonly Fact[]): void {
  sheet.need(60);
  sheet.write('H2', title, { size: 11, weight: 'bold', ink: 'brand' });
  sheet.space(5);
  const names = sheet.width * 0.3;
  for (const [name, value] of facts) {
    const values = sheet.width - names - 10;
    const height = Math.max(sheet.heightOf(name, names), sheet.heightOf(value, values)) + 6;
    sheet.need(height);
    sheet.put('P', name, { x: sheet.left, y: sheet.y, width: names }, { ink: 'muted' });
    sheet.put('P', value, { x: sheet.left + names + 10, y: sheet.y, width: values });
    sheet.y += height;
    sheet.line(sheet.y - 3);
  }
  sheet.space(12);
}

/** The answer to the paper's first question, large. */
export function drawAnswer(sheet: Sheet, name: string, value: string, under: string): void {
  const height = 58;
  sheet.need(height);
  sheet.ground({ x: sheet.left, y: sheet.y, width: sheet.width }, height);
  const half = sheet.width / 2 - 14;
  const nameHeight = sheet.put(
    'P',
    name,
    { x: sheet.left + 14, y: sheet.y + 13, width: half },
    { size: 11, weight: 'bold' },
  );
  sheet.put('P', under, { x: sheet.left + 14, y: sheet.y + 15 + nameHeight, width: half }, { size: 8.5, ink: 'muted' });
  const right = { x: sheet.left + sheet.width / 2, y: sheet.y + 16, width: half };
  sheet.put('P', value, right, { size: 20, weight: 'bold', ink: 'brand', align: 'right' });
  sheet.y += height + 18;
}

/** Where somebody signs by hand. */
export function drawSignature(sheet: Sheet, words: string): void {
  sheet.need(70);
  sheet.space(44);
  const width = sheet.width / 2;
  sheet.line(sheet.y);
  sheet.y += 4 + sheet.put('P', words, { x: sheet.left, y: sheet.y + 4, width }, { size: 8, ink: 'muted' });
}
