import { inParts, proposeParts } from './proposal.js';
import { cycle, proposal, statements } from './testing/four-members.js';

describe('statements in parts', () => {
  it('come whole again in any order, and an empty list is one part', () => {
    const many = [...Array(30).keys()].map((index) => ({ ...statements[0]!, b: `n${index}` }));
    expect(inParts(cycle, many).map(({ part, parts, statements: of }) => `${part}/${parts} ${of.length}`)).toEqual([
      '1/3 12',
      '2/3 12',
      '3/3 6',
    ]);
    expect(inParts(cycle, [])).toEqual([{ cycle, part: '1', parts: '1', statements: [] }]);
  });

  it('fit into the body of a message even with many currencies', () => {
    const lines = Object.fromEntries(
      ['BGN', 'CHF', 'CZK', 'DKK', 'EUR', 'GBP', 'HUF', 'ISK', 'NOK', 'PLN', 'RON', 'SEK'].map((currency) => [
        currency,
        { ab: '999999999999999999', ba: '999999999999999999' },
      ]),
    );
    const sig = 'A'.repeat(86);
    const large = { ...statements[0]!, lines, sigA: sig, sigB: sig, a: 'a'.repeat(32), b: 'b'.repeat(32) };
    const [body] = proposeParts({ ...proposal(0), statements: Array(12).fill(large) as typeof statements });
    expect(JSON.stringify(body).length).toBeLessThan(16 * 1024);
  });
});
