import { z } from 'zod';
import { auditLineSchema } from './audit-export.js';
import { envelopeSchema } from './envelope.js';
import { evidenceSchema } from './evidence.js';
import { answerFrameSchema, dataFrameSchema, helloFrameSchema, reportFrameSchema } from './frame.js';
import { answerSchema, helloSchema } from './hello.js';
import type { MessageType } from './messages/message-type.js';
import { messageTypes } from './messages/registry.js';
import { receiptSchema } from './receipt.js';
import { reportSchema } from './report.js';
import { rosterSchema, signedRosterSchema } from './roster-schema.js';
import { currentVersion } from './versions.js';

/** A JSON document such as a JSON Schema. */
export type Contract = Readonly<Record<string, unknown>>;

const types = messageTypes as readonly MessageType[];

const frames = {
  dataFrame: { schema: dataFrameSchema, says: 'Signed messages in order, and the receipt for the other direction.' },
  helloFrame: { schema: helloFrameSchema, says: 'First word after a start.' },
  answerFrame: { schema: answerFrameSchema, says: 'Answer to a hello, with messages the asker has lost.' },
  reportFrame: { schema: reportFrameSchema, says: 'One page of a signed report to the federation.' },
};

const documents = {
  envelope: envelopeSchema,
  receipt: receiptSchema,
  hello: helloSchema,
  answer: answerSchema,
  report: reportSchema,
  roster: rosterSchema,
  signedRoster: signedRosterSchema,
  evidence: evidenceSchema,
  auditLine: auditLineSchema,
};

/** JSON Schema (2020-12) of every message body, under the name of its type. */
export const bodySchemas = (): Readonly<Record<string, Contract>> =>
  Object.fromEntries(
    types.map((each) => [each.type, { title: each.type, description: each.says, ...draft(each.schema) }]),
  );

/** JSON Schema (2020-12) of what is signed besides messages, and of the frames that carry it all. */
export const documentSchemas = (): Readonly<Record<string, Contract>> => ({
  ...Object.fromEntries(Object.entries(documents).map(([name, schema]) => [name, draft(schema)])),
  ...Object.fromEntries(Object.entries(frames).map(([name, { schema }]) => [name, draft(schema)])),
});

/** What nodes say to each other and to the federation, as an AsyncAPI 3 document. */
export const asyncApi = (): Contract => ({
  asyncapi: '3.0.0',
  info: {
    title: 'Passerelle between nodes',
    version: `${currentVersion.v}.0.0`,
    description:
      'Frames travel over NATS. What counts is signed: each `m` is a canonical JSON text (RFC 8785) and each `sig` the ' +
      `Ed25519 signature over ${JSON.stringify(currentVersion.domain)} followed by that text.`,
  },
  defaultContentType: 'application/json',
  channels: { mailbox: mailbox(), reports: reports() },
  operations: operations(),
  components: { messages: { ...frameMessages(), ...signedMessages() }, schemas: documentSchemas() },
});

const parameter = (description: string): Contract => ({ description });

const mailbox = (): Contract => ({
  address: 'fed.{net}.{node}.in.{peer}',
  description: 'The mailbox of a node for one peer, on the server of that node.',
  parameters: {
    net: parameter('Id of the federation.'),
    node: parameter('The node whose mailbox it is.'),
    peer: parameter('The only node that may publish here.'),
  },
  messages: references('dataFrame', 'helloFrame', 'answerFrame'),
});

const reports = (): Contract => ({
  address: 'fed.{net}.federation.in.{node}',
  description: 'Where a node publishes its signed reports, on the server of the federation.',
  parameters: { net: parameter('Id of the federation.'), node: parameter('The node that reports.') },
  messages: references('reportFrame'),
});

const operations = (): Contract => ({
  sendToPeer: { action: 'send', channel: { $ref: '#/channels/mailbox' } },
  receiveFromPeer: { action: 'receive', channel: { $ref: '#/channels/mailbox' } },
  sendReport: { action: 'send', channel: { $ref: '#/channels/reports' } },
});

const references = (...names: readonly (keyof typeof frames)[]): Contract =>
  Object.fromEntries(names.map((name) => [name, { $ref: `#/components/messages/${name}` }]));

const frameMessages = (): Contract =>
  Object.fromEntries(
    Object.entries(frames).map(([name, { says }]) => [
      name,
      { name, summary: says, payload: { $ref: `#/components/schemas/${name}` } },
    ]),
  );

/** The messages inside `msgs[].m` of a data frame: the envelope with the body of the type. */
const signedMessages = (): Contract =>
  Object.fromEntries(
    types.map((each) => [
      each.type,
      {
        name: each.type,
        summary: each.says,
        payload: {
          allOf: [
            { $ref: '#/components/schemas/envelope' },
            { type: 'object', properties: { type: { const: each.type }, body: draft(each.schema) } },
          ],
        },
        examples: [{ payload: { type: each.type, body: each.example } }],
        'x-version': each.version,
        'x-carried-in': 'dataFrame.msgs[].m',
      },
    ]),
  );

function draft(schema: z.ZodType): Contract {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema);
  return rest;
}
