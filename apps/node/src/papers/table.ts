import type { Sheet, TextStyle } from './sheet.js';

export interface Column {
  readonly title: string;
  /** Share of the width of the page. */
  readonly share: number;
  readonly align?: 'left' | 'right';
}

/** A text, and in small letters below it what explains it. */
export interface Cell {
  readonly text: string;
  readonly detail?: string;
}

export interface Row {
  readonly cells: readonly Cell[];
  /** A sum of rows above stands out; a heading, with one cell, names the rows below. */
  readonly is?: 'sum' | 'heading';
}

const gap = 10;
const pad = 4;

/** A table whose rows are never torn apart; its head comes again on each page. */
export function drawTable(sheet: Sheet, columns: readonly Column[], rows: readonly Row[]): void {
  const heights = rows.map((row) => heightOf(sheet, columns, row));
  sheet.group('Table', () => {
    drawHead(sheet, columns);
    rows.forEach((row, index) => {
      const before = sheet.y;
      sheet.need(roomFor(rows, heights, index));
      if (sheet.y < before) drawHead(sheet, columns);
      drawRow(sheet, columns, row, heights[index]!);
    });
  });
}

/** A heading stays with the row that it names, and sums with the row before them. */
function roomFor(rows: readonly Row[], heights: readonly number[], index: number): number {
  let last = index + (rows[index]!.is === 'heading' ? 1 : 0);
  while (rows[last + 1]?.is === 'sum') last += 1;
  return heights.slice(index, last + 1).reduce((so, height) => so + height, 0);
}

function drawHead(sheet: Sheet, columns: readonly Column[]): void {
  const style: TextStyle = { size: 7.5, ink: 'muted', weight: 'bold' };
  const places = placesOf(sheet, columns);
  const height = Math.max(...columns.map(({ title }, index) => sheet.heightOf(title, places[index]!.width, style)));
  sheet.need(height + 30);
  sheet.group('TR', () => {
    columns.forEach(({ title, align = 'left' }, index) => {
      sheet.put('TH', title, { ...places[index]!, y: sheet.y }, { ...style, align });
    });
  });
  sheet.y += height + pad;
  sheet.line(sheet.y, 'brand');
  sheet.y += pad;
}

function drawRow(sheet: Sheet, columns: readonly Column[], row: Row, height: number): void {
  const places = placesIn(sheet, columns, row);
  if (row.is === 'sum') sheet.ground({ x: sheet.left - pad, y: sheet.y, width: sheet.width + 2 * pad }, height - pad);
  const top = sheet.y + pad;
  sheet.group('TR', () => {
    columns.forEach(({ align = 'left' }, index) => {
      sheet.group('TD', () => {
        const cell = row.cells[index];
        if (!cell || cell.text === '') return;
        const place = { ...places[index]!, y: top };
        const used = sheet.put('P', cell.text, place, { ...styleOf(row), align });
        if (cell.detail) sheet.put('P', cell.detail, { ...place, y: top + used + 1 }, { ...detailStyle, align });
      });
    });
  });
  sheet.y += height;
  if (row.is === undefined) sheet.line(sheet.y - pad / 2);
}

const detailStyle: TextStyle = { size: 7, ink: 'muted' };

const styleOf = ({ is }: Row): TextStyle =>
  is === 'heading' ? { weight: 'bold', size: 9.5, ink: 'brand' } : { weight: is === 'sum' ? 'bold' : 'plain' };

function heightOf(sheet: Sheet, columns: readonly Column[], row: Row): number {
  const places = placesIn(sheet, columns, row);
  const heights = row.cells.map(({ text, detail }, index) => {
    const { width } = places[index]!;
    const below = detail ? sheet.heightOf(detail, width, detailStyle) + 1 : 0;
    return sheet.heightOf(text, width, styleOf(row)) + below;
  });
  return Math.max(...heights) + 2.5 * pad;
}

/** A heading has the whole width for its one cell. */
const placesIn = (sheet: Sheet, columns: readonly Column[], { is }: Row): ReturnType<typeof placesOf> =>
  is === 'heading' ? [{ x: sheet.left, width: sheet.width }] : placesOf(sheet, columns);

function placesOf(sheet: Sheet, columns: readonly Column[]): readonly { readonly x: number; readonly width: number }[] {
  const total = columns.reduce((so, { share }) => so + share, 0);
  let x = sheet.left;
  return columns.map(({ share }, index) => {
    const whole = (sheet.width * share) / total;
    const place = { x, width: whole - (index === columns.length - 1 ? 0 : gap) };
    x += whole;
    return place;
  });
}
