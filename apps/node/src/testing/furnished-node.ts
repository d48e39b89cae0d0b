import { setTimeout as pause } from 'node:timers/promises';
import type { Role } from '@passerelle/doors';
import { Visitor } from '../../../doors/testing/api/visitor.js';
import { pdf } from '../files/testing/files.js';
import { openWholeNode, password, type WholeNode } from './whole-node.js';

/** The node of Brussels with people in it, and a concert of Amina's that is told to its end. */
export interface FurnishedNode {
  readonly node: WholeNode;
  readonly stranger: Visitor;
  readonly staff: ReadonlyMap<Role, Visitor>;
  readonly amina: Visitor;
  /** Another worker of the same cooperative. */
  readonly lucas: Visitor;
  readonly entity: string;
  readonly client: string;
  /** Amina's mission that is done, invoiced and on her payslip. */
  readonly done: string;
  /** A mission in Paris that Brussels has signed and offered. */
  readonly offered: string;
}

interface Made {
  readonly id: string;
}

export async function furnish(): Promise<FurnishedNode> {
  const node = await openWholeNode();
  try {
    return await furnished(node);
  } catch (error) {
    await node.close();
    throw error;
  }
}

async function furnished(node: WholeNode): Promise<FurnishedNode> {
  const staff = new Map<Role, Visitor>();
  for (const role of ['adviser', 'payroll', 'finance', 'auditor', 'sysadmin'] as const) {
    await node.letIn(`${role}@brussels.example`, [role]);
    staff.set(role, await Visitor.signIn(node.url, `${role}@brussels.example`, password));
  }
  const [adviser, sysadmin] = [staff.get('adviser')!, staff.get('sysadmin')!];
  const { id: entity } = await make(sysadmin, '/entities', cooperative);
  for (const [policy, value] of decisions)
    await make(sysadmin, `/entities/${entity}/policies`, {
      policy,
      value,
      from: '2024-01-01',
      decision: 'founding assembly',
    });
  const amina = await join(node, adviser, {
    entity,
    name: 'Amina Diallo',
    email: 'amina@brussels.example',
    iban: 'BE71096123456769',
  });
  const lucas = await join(node, adviser, {
    entity,
    name: 'Lucas Petit',
    email: 'lucas@brussels.example',
    iban: 'BE68539007547034',
  });
  const { id: client } = await make(amina, '/clients', { ...festival, entity });
  const [payroll, finance] = [staff.get('payroll')!, staff.get('finance')!];
  const done = await toldToItsEnd(node, { amina, adviser, payroll, sysadmin, client });
  await publishPayslips({ payroll, finance }, entity);
  await takeBackAPart(finance);
  const { id: offered } = await make(amina, '/missions', { ...concert, client, host: 'fr', hostSharePercent: '2' });
  await make(amina, `/missions/${offered}/submit`, {});
  await make(adviser, `/missions/${offered}/approve`, {});
  await spend(amina, offered);
  await certify(amina, offered);
  return { node, stranger: Visitor.stranger(node.url), staff, amina, lucas, entity, client, done, offered };
}

const cooperative = {
  name: 'Passerelle Bruxelles',
  country: 'BE',
  currency: 'EUR',
  vatNumber: 'BE0428759497',
  iban: 'BE68539007547034',
  bic: 'GKCCBEBB',
  address: { street: 'Rue Coenraets 72', postcode: '1060', town: 'Bruxelles', country: 'BE' },
};

const decisions = [
  ['contributionRate', '6.5'],
  ['payWorkingDays', '7'],
  ['hostShare', '2'],
  ['invoiceTermDays', '30'],
  ['reminderDays', '7 21 35'],
  ['advanceLimit', '5000.00'],
  ['wageWarningDays', '45'],
] as const;

const festival = {
  name: 'Festival du Canal',
  country: 'BE',
  vatNumber: 'BE0417497106',
  email: 'regie@canal.example',
  address: { street: 'Quai 1', postcode: '1000', town: 'Bruxelles', country: 'BE' },
  language: 'fr',
};

const concert = {
  work: 'Two concerts',
  place: { country: 'BE', town: 'Bruxelles' },
  first: '2026-03-16',
  last: '2026-03-17',
  days: 2,
  price: { amount: '900.00', currency: 'EUR' },
};

const artist = {
  status: 'artist',
  contract: 'article-1bis',
  artsAttestation: true,
  withholding: 'artist-short-engagement',
  region: 'brussels',
};

async function join(
  node: WholeNode,
  adviser: Visitor,
  person: { email: string } & Record<string, string>,
): Promise<Visitor> {
  await make(adviser, '/members', { ...person, language: 'fr', role: 'musician', facts: artist, password });
  return Visitor.signIn(node.url, person.email, password);
}

interface Hands {
  readonly amina: Visitor;
  readonly adviser: Visitor;
  readonly payroll: Visitor;
  readonly sysadmin: Visitor;
  readonly client: string;
}

/** A concert in Brussels, from the order to the payslip. */
async function toldToItsEnd(node: WholeNode, { amina, adviser, payroll, sysadmin, client }: Hands): Promise<string> {
  const { id } = await make(amina, '/missions', { ...concert, client });
  await make(amina, `/missions/${id}/submit`, {});
  await make(adviser, `/missions/${id}/approve`, {});
  const letters = () => sysadmin.ask({ method: 'GET', path: '/api/v1/sandbox/mail' });
  const token = await until(
    'the letter to the client is written',
    async () => /\/c\/([\w-]{43})/.exec((await letters()).text)?.[1],
  );
  await make(Visitor.stranger(node.url), `/confirmations/${token}`, { answer: 'accept' });
  const mission = () => amina.ask({ method: 'GET', path: `/api/v1/missions/${id}` });
  await until('the formalities are done', async () => (await mission()).text.includes('"state":"active"') || undefined);
  await signContract({ amina, payroll }, id);
  await sysadmin.ask({ method: 'PUT', path: '/api/v1/sandbox/clock', body: { now: '2026-03-17T18:00:00Z' } });
  await make(amina, `/missions/${id}/complete`, { days: 2 });
  await until('Amina has a payslip and the client an invoice', async () => {
    const payslips = await payroll.ask({ method: 'GET', path: '/api/v1/payslips' });
    const invoices = await amina.ask({ method: 'GET', path: '/api/v1/invoices' });
    return [payslips, invoices].every(({ text }) => text.includes(id)) || undefined;
  });
  return id;
}

/** She signs what she was offered before she works. */
async function signContract({ amina, payroll }: Pick<Hands, 'amina' | 'payroll'>, mission: string): Promise<void> {
  const offered = (await make(payroll, `/missions/${mission}/contract`, {})) as Made & { readonly sha256: string };
  await make(amina, `/contracts/${offered.id}/sign`, { sha256: offered.sha256 });
}

/** One person collects what is due, another approves it, and Amina can read her payslip. */
async function publishPayslips(
  { payroll, finance }: { readonly payroll: Visitor; readonly finance: Visitor },
  entity: string,
): Promise<void> {
  const { id } = await make(payroll, '/payroll-runs', { entity, period: '2026-03' });
  const path = `/api/v1/payroll-runs/${id}`;
  const stands = (state: string) => async () => {
    const { json } = await finance.ask({ method: 'GET', path });
    return (json as { state: string }).state === state ? (json as { total: object }) : undefined;
  };
  const { total } = await until('the payroll run is computed', stands('checking'));
  await make(finance, `/payroll-runs/${id}/approve`, { payslips: 1, total });
  await make(finance, `/payroll-runs/${id}/publish`, {});
  await until('the payslip is published', stands('published'));
}

/** The festival pays a little less than was billed. */
async function takeBackAPart(finance: Visitor): Promise<void> {
  const asked = await finance.ask({ method: 'GET', path: '/api/v1/invoices' });
  const [{ id: invoice }] = (asked.json as { items: [Made] }).items;
  const net = { amount: '10.00', currency: 'EUR' };
  await make(finance, `/invoices/${invoice}/credit-notes`, { reason: 'One song less', net });
}

/** Amina has bought strings for the concert in Paris, and keeps a part of its income for them. */
async function spend(amina: Visitor, mission: string): Promise<void> {
  const asked = await amina.ask({ method: 'GET', path: '/api/v1/activities' });
  const [{ id: activity }] = (asked.json as { items: [Made] }).items;
  const amount = { amount: '50.00', currency: 'EUR' };
  await make(amina, `/missions/${mission}/set-aside`, { activity, amount }, 'PUT');
  const headers = { 'content-type': 'application/pdf' };
  const receipt = await amina.ask({ method: 'POST', path: '/api/v1/receipts', body: pdf('strings of Amina'), headers });
  await make(amina, '/expenses', { purpose: 'Strings', receipts: [(receipt.json as Made).id] });
  await amina.ask({ method: 'POST', path: '/api/v1/receipts', body: 'no picture of Amina’s strings', headers });
}

/** The institution has written to her. */
async function certify(amina: Visitor, mission: string): Promise<void> {
  const path = `/api/v1/a1-documents?mission=${mission}`;
  await amina.ask({ method: 'POST', path, body: pdf('A1 of Amina'), headers: { 'content-type': 'application/pdf' } });
}

let acts = 0;

/** Asks for something to be made. @throws with the program's own reason */
async function make(who: Visitor, path: string, body: object, method = 'POST'): Promise<Made> {
  const headers = { 'idempotency-key': `furnish-${(acts += 1)}` };
  const { status, text, json } = await who.ask({ method, path: `/api/v1${path}`, body, headers });
  if (status >= 300) throw new Error(`${method} ${path}: ${status} ${text}`);
  return json as Made;
}

export async function until<T>(what: string, ask: () => Promise<T | undefined>): Promise<T> {
  const end = Date.now() + 30_000;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    if (Date.now() > end) throw new Error(`it never came about that ${what}`);
    await pause(50);
  }
}
