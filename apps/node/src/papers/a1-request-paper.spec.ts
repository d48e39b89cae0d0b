import { a1RequestPaper } from './a1-request-paper.js';
import { a1Request } from './testing/papers.js';
import { readPdf } from './testing/pdf-text.js';

const textsOf = async (request: typeof a1Request) => readPdf(await a1RequestPaper(request)).pages.flat();

describe('the request for an A1', () => {
  it('asks the institution in its own language, with the legal basis', async () => {
    const texts = await textsOf(a1Request);
    expect(texts).toEqual(
      expect.arrayContaining([
        'Ansökan om intyg A1',
        'Försäkringskassan',
        'Frankrike',
        'Utsändning: förordning (EG) nr 883/2004, artikel 12.1',
      ]),
    );
  });

  it('leaves to be completed what nobody has said, and guesses nothing', async () => {
    const missing = (texts: readonly string[]) => texts.filter((text) => text === '– ska kompletteras –').length;
    expect(missing(await textsOf(a1Request))).toBe(3);
    const worker = { ...a1Request.worker, nationalNumber: '900517-0000' };
    expect(missing(await textsOf({ ...a1Request, worker }))).toBe(2);
  });

  it('states the conditions of a posting only for a posting', async () => {
    const replaced = (texts: readonly string[]) => texts.join(' ').includes('ersätta en annan utsänd person');
    expect(replaced(await textsOf(a1Request))).toBe(true);
    expect(replaced(await textsOf({ ...a1Request, basis: 'article-13-1' }))).toBe(false);
  });
});
