import { keyringOf, type ReportPage, type SigningKey } from '@passerelle/protocol';
import { bytesOf, keys, net, obligation, reportOf, rosterContent, strangersKey } from '../testing/federation.js';
import { readReport } from './read-report.js';
import { signAnything } from '../testing/sign-anything.js';

const expected = { net, slot: 'be', ring: keyringOf(rosterContent, 'be') };
const report = reportOf('be', { obligations: [obligation(1, { debtor: 'fr', creditor: 'be' })] });
const [good] = bytesOf(report) as [Uint8Array];
const page = JSON.parse((JSON.parse(Buffer.from(good).toString()) as { report: { m: string } }).report.m) as ReportPage;

const read = (bytes: Uint8Array): string => {
  const result = readReport(bytes, expected);
  return result.ok ? 'believed' : result.refusal;
};
const signed = (content: object, key: SigningKey = keys.be): Uint8Array => signAnything(content, key);

describe('a report', () => {
  it('is believed when the node on whose subject it came has signed it', () => {
    const result = readReport(good, expected);
    expect(result.ok && result.value.content).toEqual(page);
  });

  it.each([
    ['by a key that is not in the roster', bytesOf(report, strangersKey)[0]!, 'bad-signature'],
    ['by another member', bytesOf(report, { ...keys.fr, kid: 'be-1' })[0]!, 'bad-signature'],
    ['under another name of the key', signed({ ...page, kid: 'be-2' }), 'wrong-key'],
    ['for another node', signed({ ...page, node: 'fr' }), 'another-node'],
    ['for another federation', signed({ ...page, net: 'other-federation' }), 'another-federation'],
    ['with more pages than a report may have', signed({ ...page, pages: '101' }), 'page-out-of-range'],
  ])('is refused when it is signed %s', (_how, bytes, why) => {
    expect(read(bytes)).toBe(why);
  });

  it('is refused when a letter of it was changed', () => {
    const text = Buffer.from(good).toString().replace('98000', '98001');
    expect(read(Buffer.from(text))).toBe('bad-signature');
  });

  it('is refused when it is too long, before anything is read', () => {
    expect(read(Buffer.alloc(48 * 1024 + 1, 0x20))).toBe('too-long');
  });

  it.each(['', 'hello', '{}', '{"report":{"m":"x"}}', '{"report":{"m":"x","sig":"y"},"note":"z"}', '\xff'])(
    'is refused when the bytes are %p',
    (text) => {
      expect(read(Buffer.from(text, 'latin1'))).toBe('not-a-report');
    },
  );

  it.each([
    ['the report', { worker: 'Amina' }],
    ['an obligation', { obligations: [{ ...page.obligations[0], client: 'Théâtre de la Place' }] }],
    ['a channel', { channels: [{ ...page.channels[0], contact: 'lucas@paris.example' }] }],
    ['the name of a refusal', { refusals: [{ peer: 'fr', code: 'Ingrid is ill', count: 1 }] }],
    ['the software’s name', { software: 'installed by Lucas' }],
    ['the version of its rules', { rules: '2026.1 by Lucas' }],
  ])('is refused, although well signed, when %s has room for a word about a person', (_where, more) => {
    expect(read(signed({ ...page, ...more }))).toBe('malformed');
  });
});
