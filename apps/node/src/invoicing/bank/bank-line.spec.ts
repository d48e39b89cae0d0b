import { normalReference, referencesOf } from './bank-line.js';

const said = (structured: readonly string[], unstructured: readonly string[], endToEndId: string | null = null) =>
  referencesOf({ endToEndId, remittance: { structured, unstructured } });

describe('what a movement may be meant for', () => {
  it('is compared without the marks that people and banks put between groups', () => {
    expect(normalReference('+++090/9337/55493+++')).toBe('090933755493');
    expect(normalReference('rf18 5390 0754 7034')).toBe('RF18539007547034');
  });

  it('is first what stands where references belong, then what is found in words', () => {
    expect(said(['RF18 5390 0754 7034'], ['invoice +++090/9337/55493+++'], 'E2E-1')).toEqual([
      'RF18539007547034',
      'E2E1',
      '090933755493',
    ]);
  });

  it('is found as the name of a payment between cooperatives in free text', () => {
    expect(said([], ['cycle april MZXW6YTBOI2DKNRXGAYTCMRTGQ'])).toEqual(['MZXW6YTBOI2DKNRXGAYTCMRTGQ']);
  });

  it('is nothing where nothing is said', () => {
    expect(said([], ['thank you'])).toEqual([]);
  });
});
