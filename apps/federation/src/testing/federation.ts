import {
  type Report,
  type ReportedObligation,
  reportSubject,
  type RosterContent,
  rosterText,
  sealReport,
  signingKey,
  type SignedRoster,
  type SigningKey,
  signText,
} from '@passerelle/protocol';
import { country, type CurrencyCode, day } from '@passerelle/values';
import type { KnownReport } from '../reports/known-report.js';

/** Amina's cooperative in Brussels, Lucas' in Paris, Ingrid's in Malmö. */
export const net = 'example-federation';
export type NodeName = 'be' | 'fr' | 'se';

/** Keys from 32 times the same byte, which is what everybody can repeat and nobody should use. */
const keyOfByte = (node: string, byte: number): SigningKey =>
  signingKey({ node, kid: `${node}-1`, seed: new Uint8Array(32).fill(byte) });

export const keys: Readonly<Record<NodeName, SigningKey>> = {
  be: keyOfByte('be', 1),
  fr: keyOfByte('fr', 2),
  se: keyOfByte('se', 3),
};
export const strangersKey = keyOfByte('be', 9);

const places: Readonly<Record<NodeName, { name: string; country: string; currency: CurrencyCode }>> = {
  be: { name: 'Coopérative de Bruxelles', country: 'BE', currency: 'EUR' },
  fr: { name: 'Coopérative de Paris', country: 'FR', currency: 'EUR' },
  se: { name: 'Kooperativet i Malmö', country: 'SE', currency: 'SEK' },
};

const nodes = Object.keys(places) as NodeName[];

export const rosterContent: RosterContent = {
  kind: 'roster',
  net,
  version: 1,
  prev: '',
  from: day('2026-01-01'),
  members: nodes.map((id) => ({
    ...places[id],
    id,
    country: country(places[id].country),
    natsUrl: `tls://nats.${id}.example:4222`,
    status: 'member',
    signingKeys: [{ kid: keys[id].kid, publicKey: keys[id].publicKey, from: day('2026-01-01') }],
    transportKey: `U${id.toUpperCase().padEnd(55, 'A')}`,
  })),
  coordinators: nodes,
  currencies: { EUR: 2, SEK: 2 },
  quorum: { lock: 2, skip: 2 },
  computations: [{ from: '2026-01', netting: 1, rounding: 1, waterfall: 1, mode: 'per-currency' }],
  calendar: [
    {
      cycle: '2026-04',
      cutOff: day('2026-05-01'),
      statements: day('2026-05-04'),
      proposal: day('2026-05-05'),
      payment: day('2026-05-08'),
      graceEnd: day('2026-05-18'),
    },
  ],
  caps: [{ creditor: 'be', debtor: 'fr', currency: 'EUR', max: '5000000' }],
  lateInterestPercent: '8',
};

/** The roster with the signatures of these members. */
export function signedRoster(content: RosterContent, ...by: readonly SigningKey[]): SignedRoster {
  const m = rosterText(content);
  return { m, sigs: by.map((key) => signText(m, key)) };
}

export const head = '28qKrRdmvFVSL0iw5iLkAFMqmoXDEUp4x2z6fNY_u_U';
export const otherHead = 'AAAKrRdmvFVSL0iw5iLkAFMqmoXDEUp4x2z6fNY_u_U';

type ChannelFigures = Report['channels'][number];

/** A channel on which `sent` messages went out and `heard` came in, all acknowledged unless told otherwise. */
export const channel = (
  peer: NodeName,
  { sent = 0, heard = 0, ...rest }: { sent?: number; heard?: number } & Partial<ChannelFigures> = {},
): ChannelFigures => ({
  peer,
  status: 'open',
  out: { seq: String(sent), head: sent === 0 ? '' : head },
  in: { seq: String(heard), head: heard === 0 ? '' : head },
  delivered: String(sent),
  waiting: 0,
  undelivered: 0,
  refused: 0,
  invalid: 0,
  ...rest,
});

/** The obligation of that number; agreed, in euros. */
export const obligation = (
  at: number,
  parties: { debtor: NodeName; creditor: NodeName },
  rest: Partial<ReportedObligation> = {},
): ReportedObligation => ({
  id: `0198f5c1-8f2a-7c3b-9a41-${String(at).padStart(12, '0')}`,
  ...parties,
  currency: 'EUR',
  amount: '98000',
  due: day('2026-04-23'),
  state: 'agreed',
  cycle: '2026-04',
  ...rest,
});

export const reportOf = (node: NodeName, rest: Partial<Report> = {}): Report => ({
  net,
  node,
  number: '17',
  at: '2026-04-08T08:00:00.000Z',
  software: '0.1.0',
  rosterVersion: 1,
  channels: nodes.filter((peer) => peer !== node).map((peer) => channel(peer)),
  obligations: [],
  cycles: [],
  exposures: [],
  fund: [],
  refusals: [],
  ...rest,
});

/** A report that arrived the moment it was made. */
export const known = (report: Report, receivedAt = new Date(report.at)): KnownReport => ({
  node: report.node,
  kid: `${report.node}-1`,
  report,
  receivedAt,
});

export const reportsOf = (...reports: readonly Report[]): ReadonlyMap<string, KnownReport> =>
  new Map(reports.map((report) => [report.node, known(report)]));

/** The bytes of each page of the report, signed by that key. */
export const bytesOf = (report: Report, key: SigningKey = keys[report.node as NodeName]): Uint8Array[] =>
  sealReport(report, key).map(({ sealed }) => Buffer.from(JSON.stringify({ report: sealed }), 'utf8'));

export const subjectOf = (node: NodeName): string => reportSubject({ net, node });

/** The instant at which the reports above are fresh. */
export const now = new Date('2026-04-08T08:00:05.000Z');
