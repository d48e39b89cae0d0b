import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { Money, day } from '@passerelle/values';
import fc from 'fast-check';
import { countries, countryOf, demoCountry } from './index.js';
import { conformance } from './kit/conformance.js';
import { refusalFaults } from './kit/conformance-answers.js';
import type { Country } from './kit/country.js';
import type { Example } from './kit/example.js';

const folders = new URL('.', import.meta.url);

const folderOf = (code: string): URL => new URL(`${code.toLowerCase()}/`, folders);

/** Files of `examples/` that are payslips; lists of published values are run by the golden runner. */
function examplesOf({ code }: Country): Record<string, Example> {
  const folder = new URL('examples/', folderOf(code));
  if (!existsSync(folder)) return {};
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
  const read = files.map((name) => [name, JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as object] as const);
  return Object.fromEntries(read.filter(([, content]) => 'expected' in content)) as Record<string, Example>;
}

const march = { first: day('2026-03-02'), last: day('2026-03-31'), days: 22, paidOn: day('2026-03-31'), facts: {} };

describe('the list of countries', () => {
  it('holds every country that has a folder, the demo country aside', () => {
    const written = readdirSync(folders, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && /^[a-z]{2}$/.test(entry.name) && entry.name !== 'xx')
      .map(({ name }) => name);
    expect(countries.map(({ code }) => code.toLowerCase()).sort()).toEqual(written.sort());
  });

  it('finds a country by its code and nothing for a code it does not know', () => {
    expect(countryOf('BE')?.code).toBe('BE');
    expect(countryOf('XX')).toBeUndefined();
  });
});

describe.each([demoCountry, ...countries].map((country) => [country.code, country] as const))('%s', (code, country) => {
  it('can employ anybody without an end, whatever her missions are', () => {
    const field = country.facts.find(({ name }) => name === 'status');
    const statuses = field?.allowed.kind === 'choice' ? field.allowed.choices : ['no status'];
    for (const status of statuses) {
      const facts = country.openEnded(field ? { status } : {});
      const answer = country.payslip({ ...march, facts, gross: new Money(4_000_00n, country.currency) });
      // It may ask for more about her, never for another kind of engagement.
      const asked = answer.ok ? undefined : answer.refusal.field;
      expect(`${status} ${asked}`).not.toMatch(/ (status|contract|withholding)$/);
    }
  });

  it('answers the questions that every country must answer', () => {
    expect(conformance(country, examplesOf(country))).toEqual([]);
  });

  it('says in its README what is covered, what is not, the sources and when it was last checked', () => {
    const text = readFileSync(new URL('README.md', folderOf(code)), 'utf8').toLowerCase();
    expect(text).toContain('last checked');
    expect(text).toContain('open first');
  });

  it('divides any price from 0.01 to 1 000 000 into lines and a remainder, or says what is missing', () => {
    fc.assert(
      fc.property(fc.bigInt(1n, 100_000_000n), (minor) => {
        const price = new Money(minor, country.currency);
        const answer = country.fromCost(price, march);
        if (!answer.ok) return refusalFaults(answer.refusal).length === 0;
        const { payslip, remainder } = answer.value;
        const lines = payslip.lines.reduce((so, { employer }) => so + (employer?.amount.minor ?? 0n), 0n);
        return lines + remainder.minor === minor && remainder.minor >= 0n;
      }),
      { numRuns: 300 },
    );
  });

  it('never costs less when the gross rises', () => {
    fc.assert(
      fc.property(fc.bigInt(100_000n, 5_000_000n), fc.bigInt(1n, 100_000n), (minor, more) => {
        const low = country.payslip({ ...march, gross: new Money(minor, country.currency) });
        const high = country.payslip({ ...march, gross: new Money(minor + more, country.currency) });
        return !low.ok || !high.ok || !high.value.cost.isLessThan(low.value.cost);
      }),
      { numRuns: 300 },
    );
  });

  it('finds from a net the smallest gross that reaches it', () => {
    fc.assert(
      fc.property(fc.bigInt(200_000n, 4_000_000n), (minor) => {
        const own = country.payslip({ ...march, gross: new Money(minor, country.currency) });
        if (!own.ok) return true;
        const found = country.fromNet(own.value.net, march);
        if (!found.ok) return false;
        const less = country.payslip({ ...march, gross: found.value.gross.minus(new Money(1n, country.currency)) });
        const isSmallest = !less.ok || less.value.net.isLessThan(own.value.net);
        return isSmallest && !found.value.net.isLessThan(own.value.net) && found.value.gross.minor <= minor;
      }),
      { numRuns: 60 },
    );
  });
});
