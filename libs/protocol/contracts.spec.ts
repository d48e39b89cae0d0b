import { asyncApi, bodySchemas, documentSchemas } from './contracts.js';
import { messageTypes } from './messages/registry.js';
import { inboxSubject, reportSubject } from './subjects.js';

interface AsyncApi {
  channels: Record<string, { address: string; messages: Record<string, { $ref: string }> }>;
  operations: Record<string, { channel: { $ref: string } }>;
  components: { messages: Record<string, unknown>; schemas: Record<string, unknown> };
}
const document = asyncApi() as unknown as AsyncApi;

/** The part of the document a reference names. */
const at = (ref: string): unknown =>
  ref
    .slice(2)
    .split('/')
    .reduce<unknown>((part, name) => (part as Record<string, unknown>)[name], document);

describe('the published contracts', () => {
  it('have a JSON Schema for every type of message and every signed document', () => {
    expect(Object.keys(bodySchemas())).toEqual(messageTypes.map((each) => each.type));
    expect(Object.keys(documentSchemas())).toContain('envelope');
    expect(bodySchemas()['obligation.accept']).toMatchObject({
      type: 'object',
      additionalProperties: false,
      required: ['obligation', 'terms', 'cycle'],
    });
  });

  it('describe the subjects nodes really use', () => {
    const filled = (address: string, values: Record<string, string>): string =>
      address.replace(/\{(\w+)\}/g, (_all, name: string) => values[name]!);
    const { mailbox, reports } = document.channels;
    expect(filled(mailbox!.address, { net: 'demo', node: 'fr', peer: 'be' })).toBe(
      inboxSubject({ net: 'demo', me: 'fr', peer: 'be' }),
    );
    expect(filled(reports!.address, { net: 'demo', node: 'be' })).toBe(reportSubject({ net: 'demo', node: 'be' }));
  });

  it('refer only to what is there', () => {
    const refs = JSON.stringify(document).match(/#\/[A-Za-z0-9/_.-]+/g) ?? [];
    expect(refs.length).toBeGreaterThan(messageTypes.length);
    for (const ref of refs) expect([ref, at(ref) !== undefined]).toEqual([ref, true]);
  });
});
