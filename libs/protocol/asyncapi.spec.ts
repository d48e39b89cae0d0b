import { readFileSync } from 'node:fs';
import { Parser } from '@asyncapi/parser';
import { asyncApi, bodySchemas, documentSchemas } from './contracts.js';

/** Below this a diagnostic is advice, such as that there is a newer AsyncAPI. */
const warning: number = 1;

const kept = (file: string): unknown =>
  JSON.parse(readFileSync(new URL(`published/${file}`, import.meta.url), 'utf8')) as unknown;
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value)) as unknown;

describe('the description of what nodes say to each other', () => {
  it('is a valid AsyncAPI 3 document', async () => {
    const { document, diagnostics } = await new Parser().parse(JSON.stringify(asyncApi()));
    const faults = diagnostics.filter(({ severity }: { readonly severity: number }) => severity <= warning);
    expect(faults.map(({ message, path }) => `${path.join('.')}: ${message}`)).toEqual([]);
    expect(document!.version()).toBe('3.0.0');
  }, 30_000);

  it.each([
    ['asyncapi.json', asyncApi],
    ['messages.schema.json', bodySchemas],
    ['documents.schema.json', documentSchemas],
  ] as const)('is published as %s; after a change run `node apps/sandbox/run.mjs contracts/main`', (file, make) => {
    expect(kept(file)).toEqual(plain(make()));
  });
});
