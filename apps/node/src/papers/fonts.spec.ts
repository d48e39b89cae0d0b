import { Sheet } from './sheet.js';
import { readPdf } from './testing/pdf-text.js';

const paperOf = (text: string): Promise<Uint8Array> => {
  const sheet = new Sheet({
    title: 'Order',
    author: 'Coopérative',
    locale: 'fr-BE',
    made: new Date('2026-04-08T09:00:00Z'),
  });
  sheet.write('P', text);
  return sheet.finish('Coopérative');
};

describe('fonts that all papers of a process share', () => {
  it('forget the letters of the paper before, so that the next one is read as it was written', async () => {
    // An accented letter is drawn with its two parts, which the font would then remember as no letters at all.
    await paperOf('é');
    const { pages } = readPdf(await paperOf('e ´'));
    expect(pages.flat()).toContain('e ´');
  });

  it('make the same bytes from the same text, whichever paper was made between', async () => {
    const first = await paperOf('Amina Benali');
    await paperOf('Ingrid Åkesson, 1\u00A0000,00 €');
    expect(Buffer.from(await paperOf('Amina Benali')).equals(Buffer.from(first))).toBe(true);
  });
});
