import { allOf } from '../../api/all.js';
import { type NodeBody, askNode } from '../../api/node.js';
import type { Amount } from '../../app/amount.js';
import { contractPage } from '../contract-page.js';
import type { Terms } from '../mission-list.js';

export const paperTypes = ['payslip', 'invoice', 'credit-note', 'order', 'contract', 'a1', 'receipt'] as const;
export type PaperType = (typeof paperTypes)[number];

/** One document of hers, whatever room it comes from. */
export interface Paper {
  readonly id: string;
  readonly type: PaperType;
  readonly day: string;
  /** Number or name that is printed on it; null where it has none. */
  readonly name: string | null;
  readonly mission: string | null;
  readonly amount: Amount | null;
  readonly keepUntil: string | null;
  /** Where it is read or saved. */
  readonly ways: readonly Way[];
}

export interface Way {
  readonly how: 'page' | 'pdf' | 'xml' | 'file';
  readonly to: string;
}

type Mission = NodeBody<'MissionBody'>;

export interface Papers {
  /** The newest first. */
  readonly items: readonly Paper[];
  /** What she worked on, by the mission's id. */
  readonly missions: ReadonlyMap<string, string>;
}

/** Everything on paper that is hers, from each list of the API. */
export async function papersOf(signal: AbortSignal): Promise<Papers> {
  const [missions, payslips, invoices, notes, contracts, letters, receipts] = await Promise.all([
    allOf((query) => askNode('get', '/api/v1/missions', { query, signal })),
    allOf((query) => askNode('get', '/api/v1/payslips', { query, signal })),
    allOf((query) => askNode('get', '/api/v1/invoices', { query, signal })),
    allOf((query) => askNode('get', '/api/v1/credit-notes', { query, signal })),
    allOf((query) => askNode('get', '/api/v1/contracts', { query, signal })),
    allOf((query) => askNode('get', '/api/v1/a1-documents', { query, signal })),
    allOf((query) => askNode('get', '/api/v1/receipts', { query, signal })),
  ]);
  const ofInvoice = new Map(invoices.map(({ id, mission }) => [id, mission]));
  const items = [
    ...missions.map(orderPaper).filter((paper) => paper !== null),
    ...payslips.map(payslipPaper),
    ...invoices.map(invoicePaper),
    ...notes.map((note) => notePaper(note, ofInvoice.get(note.invoice) ?? null)),
    ...contracts.filter(({ state }) => state !== 'lapsed').map(contractPaper),
    ...letters.map(letterPaper),
    ...receipts.map(receiptPaper),
  ];
  return {
    items: items.sort((one, other) => other.day.localeCompare(one.day) || one.id.localeCompare(other.id)),
    missions: new Map(missions.map(({ id, terms }) => [id, (terms as unknown as Terms).work])),
  };
}

const none = { name: null, mission: null, amount: null, keepUntil: null };

/** The order is what the client said yes to; the mission shows it with both signatures. */
const orderPaper = ({ id, role, reference, terms, clientConfirmedAt }: Mission): Paper | null =>
  clientConfirmedAt === null
    ? null
    : {
        ...none,
        id,
        type: 'order',
        day: clientConfirmedAt.slice(0, 10),
        name: reference,
        mission: id,
        amount: (terms as unknown as Terms).price,
        // A client abroad signed at the cooperative there, which keeps what she signed.
        ways: [
          { how: 'page', to: `/missions/${id}` },
          ...(role === 'home' ? [] : [{ how: 'pdf', to: `/api/v1/missions/${id}/order/pdf` } as const]),
        ],
      };

const payslipPaper = ({ id, reference, mission, issuedOn, net }: NodeBody<'PayslipBody'>): Paper => ({
  ...none,
  id,
  type: 'payslip',
  day: issuedOn,
  name: reference,
  mission,
  amount: net,
  ways: [
    { how: 'page', to: `/payslips/${id}` },
    { how: 'pdf', to: `/api/v1/payslips/${id}/pdf` },
  ],
});

const invoicePaper = ({ id, number, mission, issuedOn, gross }: NodeBody<'InvoiceBody'>): Paper => ({
  ...none,
  id,
  type: 'invoice',
  day: issuedOn,
  name: number,
  mission,
  amount: gross,
  ways: billed('invoices', id),
});

const notePaper = ({ id, number, issuedOn, gross }: NodeBody<'CreditNoteBody'>, mission: string | null): Paper => ({
  ...none,
  id,
  type: 'credit-note',
  day: issuedOn,
  name: number,
  mission,
  amount: gross,
  ways: billed('credit-notes', id),
});

const billed = (list: 'invoices' | 'credit-notes', id: string): readonly Way[] => [
  { how: 'pdf', to: `/api/v1/${list}/${id}/pdf` },
  { how: 'xml', to: `/api/v1/${list}/${id}/xml` },
];

const contractPaper = ({
  id,
  mission,
  month,
  reference,
  version,
  offeredAt,
  signedAt,
}: NodeBody<'ContractBody'>): Paper => ({
  ...none,
  id,
  type: 'contract',
  day: (signedAt ?? offeredAt).slice(0, 10),
  name: month === null ? reference : `${reference} · ${version}`,
  mission,
  ways: [
    { how: 'page', to: contractPage({ mission }) },
    { how: 'pdf', to: `/api/v1/contracts/${id}/pdf` },
  ],
});

const letterPaper = ({ id, receivedAt, keepUntil }: NodeBody<'A1DocumentBody'>): Paper => ({
  ...none,
  id,
  type: 'a1',
  day: receivedAt.slice(0, 10),
  keepUntil,
  ways: [{ how: 'file', to: `/api/v1/a1-documents/${id}/file` }],
});

const receiptPaper = ({ id, receivedAt, keepUntil, expense }: NodeBody<'ReceiptBody'>): Paper => ({
  ...none,
  id,
  type: 'receipt',
  day: receivedAt.slice(0, 10),
  keepUntil,
  ways: [
    { how: 'file', to: `/api/v1/receipts/${id}/file` },
    ...(expense === null ? [] : [{ how: 'page', to: `/expenses/${expense}` } as const]),
  ],
});

/** What is looked for; empty is all. */
export interface Filter {
  readonly year: string;
  readonly type: string;
  readonly mission: string;
}

export const filtered = (papers: readonly Paper[], { year, type, mission }: Filter): readonly Paper[] =>
  papers.filter(
    (paper) =>
      (year === '' || paper.day.startsWith(year)) &&
      (type === '' || paper.type === type) &&
      (mission === '' || paper.mission === mission),
  );

/** The years in which there is something, the newest first. */
export const yearsOf = (papers: readonly Paper[]): readonly string[] =>
  [...new Set(papers.map(({ day }) => day.slice(0, 4)))].sort().reverse();
