import { managerOf, parsePublicId, type Role, type Work, writeHeld } from '@passerelle/doors';
import { type Leg, type LegRecord, newLeg, type Obligation } from '@passerelle/settlement';
import { warning } from '../commands/doctor/finding.js';
import { run, said } from '../commands/said.js';
import type { EntityId } from '../cooperative/legal-entity.js';
import { statementFile } from '../invoicing/testing/statement.js';
import { DoctorFindingsStore } from '../operations/doctor-findings.store.js';
import { LegsStore } from '../settlement/legs/legs-store.js';
import type { ObligationId } from '../settlement/obligations/obligation.js';
import { ObligationsStore } from '../settlement/obligations/obligations-store.js';
import { type FurnishedNode, furnish, until } from '../testing/furnished-node.js';
import { Visitor } from '../../../doors/testing/api/visitor.js';
import { type InboxKind, inboxKindNames, inboxKinds } from './inbox-kinds.js';
import { InboxSources } from './inbox-source.js';
import { Inbox } from './inbox.service.js';

interface Item {
  readonly kind: InboxKind;
  readonly id: string;
  readonly about: string;
  readonly why: { readonly code: string; readonly text: string };
  readonly deadline: string | null;
  readonly since: string | null;
  readonly isLate: boolean;
  readonly amount: { readonly amount: string } | null;
  readonly page: string;
}

interface Found {
  readonly items: readonly Item[];
  readonly nextCursor: string | null;
  readonly kinds: readonly { readonly kind: InboxKind; readonly count: number }[];
}

const deciders = ['adviser', 'payroll', 'finance', 'sysadmin'] as const;
type Decider = (typeof deciders)[number];

const rehearsal = {
  kind: 'artistic_performance',
  place: { country: 'BE', town: 'Bruxelles' },
  first: '2026-03-30',
  last: '2026-03-30',
  days: 1,
  price: { amount: '450.00', currency: 'EUR' },
};

interface Billed {
  readonly items: readonly {
    readonly open: { readonly amount: string };
    readonly reference: { readonly value: string };
  }[];
}

/** What makes an item of a kind, and what takes it away again. */
interface Told {
  readonly kind: InboxKind;
  readonly begins: (work: Work) => Promise<void>;
  readonly ends: (work: Work) => Promise<void>;
  /** Why, where the record says more than the kind does. */
  readonly why?: string;
}

const debt = '019a0000-0000-7000-8000-000000000001';

/** One day after the other, as it is told. */
describe('the inbox of a node', () => {
  let house: FurnishedNode;
  let acts = 0;
  beforeAll(async () => {
    house = await furnish();
  }, 120_000);
  afterAll(() => house.node.close());

  const person = (who: Role | 'amina'): Visitor => (who === 'amina' ? house.amina : house.staff.get(who)!);
  const read = async <T>(who: Role | 'amina', path: string, language = 'en'): Promise<T> => {
    const headers = { 'accept-language': language };
    const { status, json } = await person(who).ask({ method: 'GET', path: `/api/v1${path}`, headers });
    expect([path, status]).toEqual([path, 200]);
    return json as T;
  };
  const act = async <T = { readonly id: string }>(
    who: Role | 'amina' | Visitor,
    path: string,
    body: unknown = {},
    headers: Readonly<Record<string, string>> = {},
  ): Promise<T> => {
    const visitor = who instanceof Visitor ? who : person(who);
    const key = { 'idempotency-key': `inbox-${(acts += 1)}`, ...headers };
    const { status, text, json } = await visitor.ask({ method: 'POST', path: `/api/v1${path}`, body, headers: key });
    expect([path, status < 300 ? 'done' : text]).toEqual([path, 'done']);
    return json as T;
  };
  const goTo = (now: string) =>
    person('sysadmin').ask({ method: 'PUT', path: '/api/v1/sandbox/clock', body: { now: `${now}T09:00:00Z` } });

  const itemsOf = async (who: Decider): Promise<readonly Item[]> => (await read<Found>(who, '/inbox?limit=200')).items;
  /** Who has something of that kind, about that, in her inbox. */
  const seenBy = async (kind: InboxKind, about = ''): Promise<readonly Decider[]> => {
    const has = async (who: Decider) =>
      (await itemsOf(who)).some((item) => item.kind === kind && item.about.includes(about));
    const seen = await Promise.all(deciders.map(has));
    return deciders.filter((_, at) => seen[at]);
  };
  const find = async (who: Decider, kind: InboxKind, about = ''): Promise<Item> =>
    (await itemsOf(who)).find((item) => item.kind === kind && item.about.includes(about))!;
  /** Those who decide it have it, and nobody else. */
  const comes = async (kind: InboxKind, about = '', to: readonly Role[] = inboxKinds[kind]): Promise<Item> => {
    await until(`${kind} is there`, async () => ((await seenBy(kind, about)).length > 0 ? true : undefined));
    expect([kind, await seenBy(kind, about)]).toEqual([kind, deciders.filter((who) => to.includes(who))]);
    return find(to[0] as Decider, kind, about);
  };
  const goes = (kind: InboxKind, about = ''): Promise<true> =>
    until(`${kind} is gone`, async () => ((await seenBy(kind, about)).length === 0 ? true : undefined));

  const submitted = async (work: string, change: object = {}): Promise<string> => {
    const { id } = await act('amina', '/missions', { ...rehearsal, work, client: house.client, ...change });
    await act('amina', `/missions/${id}/submit`);
    return id;
  };
  const tokens = async (): Promise<readonly string[]> => {
    const { items } = await read<{ items: readonly string[] }>('sysadmin', '/sandbox/mail?to=regie@canal.example');
    return [...items.join().matchAll(/\/c\/([\w-]{43})/g)].map(([, token]) => token!);
  };
  const approved = async (work: string, change: object = {}): Promise<string> => {
    const id = await submitted(work, change);
    await act('adviser', `/missions/${id}/approve`);
    return id;
  };
  /** The client says yes by the letter that is newer than the ones before. */
  const confirmed = async (work: string, change: object = {}): Promise<string> => {
    const before = await tokens();
    const id = await approved(work, change);
    const token = await until('a letter to the client', async () =>
      (await tokens()).find((one) => !before.includes(one)),
    );
    await act(Visitor.stranger(house.node.url), `/confirmations/${token}`, { answer: 'accept' });
    return id;
  };
  const stateOf = async (id: string) => (await read<{ state: string }>('amina', `/missions/${id}`)).state;

  it('has a room that brings each kind, and no kind comes from two', () => {
    const brought = house.node.app
      .get(InboxSources)
      .of(new Set(inboxKindNames))
      .flatMap(({ kinds }) => kinds);
    expect(brought.toSorted()).toEqual(inboxKindNames.toSorted());
  });

  it('asks the adviser for her word on a mission, and says what, whom, why and by when', async () => {
    const id = await submitted('Rehearsal to approve');
    const item = await comes('mission-to-approve', 'Rehearsal to approve');
    expect(item).toMatchObject({
      id,
      about: 'Rehearsal to approve · Amina Diallo · Festival du Canal',
      since: '2026-03-17',
      age: 0,
      deadline: '2026-03-30',
      isLate: false,
      amount: { amount: '450.00', currency: 'EUR' },
      page: `/staff/missions/${id}`,
    });
    const [french] = (await read<Found>('adviser', '/inbox?kind=mission-to-approve', 'fr')).items;
    expect([item.why.text, french!.why.text]).toEqual([
      'The worker has sent it, and waits for the word of the cooperative.',
      'La personne l’a envoyée et attend la réponse de la coopérative.',
    ]);
    await act('adviser', `/missions/${id}/ask-changes`, { reason: 'Which hall?' });
    await goes('mission-to-approve', 'Rehearsal to approve');
    // It is with her again, and not with the adviser who sent it back.
    expect(await seenBy('mission-to-amend')).toEqual([]);
  });

  it('names what the law asks before work abroad, until it is done or called off', async () => {
    const id = await confirmed('Concert in Lille', {
      place: { country: 'FR', town: 'Lille' },
      first: '2026-05-04',
      last: '2026-05-05',
      days: 2,
    });
    const item = await comes('formality', 'Concert in Lille');
    expect(item.why.text).not.toBe('');
    expect(item.deadline! < '2026-05-04').toBe(true);
    await act('adviser', `/missions/${id}/cancel`, { reason: 'Called off by telephone' });
    await goes('formality', 'Concert in Lille');
  });

  it('reminds of a declaration until nothing is to be declared any more', async () => {
    const before = new Set((await itemsOf('payroll')).map(({ id }) => id));
    const fresh = (items: readonly Item[]) => items.find(({ kind, id }) => kind === 'declaration' && !before.has(id));
    const mission = await confirmed('Gala', { first: '2026-05-11', last: '2026-05-11' });
    const item = await until('it is to be declared', async () => fresh(await itemsOf('payroll')));
    expect(item).toMatchObject({ deadline: expect.any(String), page: `/staff/declarations/${item.id}` });
    expect(item.about).toContain('Amina Diallo');
    expect(await seenBy('declaration')).toEqual(['payroll']);
    await act('adviser', `/missions/${mission}/cancel`, { reason: 'The hall has burnt down' });
    await until('nothing is to be declared', async () => (fresh(await itemsOf('payroll')) ? undefined : true));
  });

  it('asks for money that nobody knows, at once for what has left the account', async () => {
    const entries = [
      { amount: '120.00', name: 'Somebody', text: 'for you' },
      { amount: '-75.00', name: 'Unknown Ltd', text: 'subscription' },
    ];
    const file = statementFile({ iban: 'BE68539007547034', closing: '45.00', entries });
    await act('finance', '/bank/statements', file, { 'content-type': 'application/xml' });
    const line = await comes('bank-line', 'Somebody');
    const debit = await comes('bank-debit', 'Unknown Ltd');
    expect([line.deadline, debit.deadline, debit.amount]).toEqual([
      null,
      debit.since,
      { amount: '-75.00', currency: 'EUR' },
    ]);
    const { items } = await read<{ items: readonly { id: string }[] }>('finance', '/invoices');
    await act('finance', `/bank/lines/${line.id}/match`, { invoice: items[0]!.id });
    await goes('bank-line', 'Somebody');
    expect(await seenBy('bank-debit')).toEqual(['finance']);
  });

  it('comes in pages that neither repeat nor hide, by deadline, of one kind when that is asked', async () => {
    for (const at of ['b', 'a', 'c']) await submitted(`Rehearsal ${at}`);
    const whole = await itemsOf('adviser');
    const paged: Item[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const found: Found = await read('adviser', `/inbox?limit=1${cursor && `&cursor=${cursor}`}`);
      paged.push(...found.items);
      expect(found.kinds.reduce((sum, { count }) => sum + count, 0)).toBe(whole.length);
      cursor = found.nextCursor;
    }
    expect(paged).toEqual(whole);
    const deadlines = whole.map(({ deadline }) => deadline ?? '9999-12-31');
    expect(deadlines).toEqual(deadlines.toSorted());
    const { items } = await read<Found>('adviser', '/inbox?kind=mission-to-approve');
    expect(items).toEqual(whole.filter(({ kind }) => kind === 'mission-to-approve'));
    for (const { id } of items) await act('adviser', `/missions/${id}/refuse`, { reason: 'Too late' });
    await goes('mission-to-approve');
  });

  it('refuses a kind or a cursor that it does not know, and whoever decides nothing', async () => {
    const ask = (who: Role | 'amina', query: string) =>
      person(who).ask({ method: 'GET', path: `/api/v1/inbox${query}` });
    for (const query of ['?kind=everything', '?cursor=guessed', '?limit=0'])
      expect([query, (await ask('adviser', query)).status]).toEqual([query, 400]);
    for (const who of ['amina', 'auditor'] as const) expect((await ask(who, '')).status).toBe(403);
  });

  it('shows nobody anything that her roles do not decide', async () => {
    for (const who of deciders) {
      const { items, kinds } = await read<Found>(who, '/inbox?limit=200');
      const named = [...items.map(({ kind }) => kind), ...kinds.map(({ kind }) => kind)];
      expect([who, named.filter((kind) => !(inboxKinds[kind] as readonly Role[]).includes(who))]).toEqual([who, []]);
    }
  });

  it('tells the one who looks after the machine what the doctor found, until she says that it is known', async () => {
    const found = warning('restore', said('restore-none'), run('passerelle backup drill'));
    const looked = [{ check: 'drill', findings: [found] }];
    await house.node.database.transact((work) => new DoctorFindingsStore().keep(work, looked));
    const { why } = await comes('finding', 'restore');
    expect(why).toEqual({ code: 'restore-none', text: expect.stringContaining('passerelle backup drill') });
    const known = { what: 'restore', reason: 'Tomorrow at ten', until: '2099-04-01' };
    await act('sysadmin', '/system/findings/acknowledgements', known);
    await goes('finding', 'restore');
  });

  it('asks two people for each transfer to the bank, and never the same one twice', async () => {
    await goTo('2026-03-26');
    const short = await comes('fund-alarm', 'Two concerts');
    expect(short.amount).not.toBeNull();
    const group = await comes('payout-to-prepare');
    const [entity, currency] = group.id.split(' ');
    const { id } = await act('finance', '/payouts', { entity, currency });
    await goes('payout-to-prepare');
    expect(await seenBy('payout-to-approve')).toEqual([]);
    await act('payroll', `/payouts/${id}/take-out`, {});
    await comes('payout-to-prepare');
    const again = await act('payroll', '/payouts', { entity, currency });
    await comes('payout-to-approve');
    await act('finance', `/payouts/${again.id}/approve`);
    await goes('payout-to-approve');
    const paid = await read<Billed>('finance', `/invoices?limit=1`);
    const { open, reference } = paid.items[0]!;
    const entries = [{ amount: open.amount, name: 'Festival du Canal', structured: reference.value }];
    const file = statementFile({ iban: 'BE68539007547034', closing: open.amount, entries, id: 'S2' });
    await act('finance', '/bank/statements', file, { 'content-type': 'application/xml' });
    await goes('fund-alarm');
  });

  it('reminds of a contract that is not signed when the work begins, and of work that nobody reports', async () => {
    const id = await confirmed('Evening in Brussels');
    await until('the work may begin', async () => ((await stateOf(id)) === 'active' ? true : undefined));
    const contract = await act<{ id: string; sha256: string }>('payroll', `/missions/${id}/contract`);
    expect(await seenBy('contract-unsigned')).toEqual([]);
    await goTo('2026-03-30');
    await comes('contract-unsigned');
    await act('amina', `/contracts/${contract.id}/sign`, { sha256: contract.sha256 });
    await goes('contract-unsigned');
    expect(await seenBy('work-to-report')).toEqual([]);
    await goTo('2026-03-31');
    expect(await comes('work-to-report', 'Evening in Brussels')).toMatchObject({
      deadline: '2026-03-30',
      isLate: true,
    });
    await act('adviser', `/missions/${id}/complete`, { days: 1 });
    await goes('work-to-report');
  });

  it('asks somebody to collect wages, another one to check them, and either to publish them', async () => {
    await goTo('2026-04-02');
    const wages = await comes('wages-to-collect');
    const { id } = await act('payroll', '/payroll-runs', { entity: wages.id, period: '2026-04' });
    await goes('wages-to-collect');
    const run = await comes('run-to-check', 'Passerelle Bruxelles', ['finance']);
    await act('finance', `/payroll-runs/${id}/approve`, { payslips: 1, total: run.amount });
    await goes('run-to-check');
    await comes('run-to-publish', 'April 2026');
    await act('finance', `/payroll-runs/${id}/publish`);
    await goes('run-to-publish');
  });

  it('has somebody call a client whose link ran out', async () => {
    const id = await approved('Concert without an answer', { first: '2026-06-01', last: '2026-06-01' });
    await goTo('2026-04-15');
    expect(await seenBy('client-silent')).toEqual([]);
    await goTo('2026-04-17');
    await comes('client-silent', 'Concert without an answer');
    await act('adviser', `/missions/${id}/cancel`, { reason: 'Nobody answers' });
    await goes('client-silent');
  });

  it('hands a claim to a person when it is disputed, and when no reminder is left', async () => {
    await goTo('2026-05-02');
    const late = await until('an invoice is late', async () => {
      const { items } = await read<{ items: readonly { invoice: string; number: string }[] }>('finance', '/recovery');
      return items[0];
    });
    await act('finance', `/recovery/${late.invoice}/disputes`, { reason: 'One song was missing' });
    expect(await comes('claim-disputed', late.number)).toMatchObject({ why: { text: 'One song was missing' } });
    await act('finance', `/recovery/${late.invoice}/resolutions`, { reason: 'All was played' });
    await goes('claim-disputed');
    for (const [day, taken] of [
      ['2026-05-20', 1],
      ['2026-06-10', 2],
      ['2026-07-01', 3],
    ] as const) {
      await goTo(day);
      await until(`${taken} reminders`, async () => {
        const { events } = await read<{ events: readonly { kind: string }[] }>('finance', `/recovery/${late.invoice}`);
        return events.filter(({ kind }) => /reminder|notice/.test(kind)).length >= taken ? true : undefined;
      });
    }
    await comes('claim-to-pursue', late.number);
    await act('finance', `/recovery/${late.invoice}/losses`, { reason: 'The festival is bankrupt' });
    await goes('claim-to-pursue', late.number);
  });

  /** What no one branch does alone, or only a long story leads to, as the record would have it. */
  const record = async (work: Work, statement: string, ...values: readonly unknown[]): Promise<void> => {
    await managerOf(work).query(statement, [...values]);
  };
  const setMission = (change: string) => (work: Work) =>
    record(work, `update mission set ${change} where id = $1`, parsePublicId('mis', house.offered));
  const setExpense = (change: string) => (work: Work) =>
    record(work, `update expense set ${change} where form ->> 'purpose' = 'Strings'`);
  const keepDebt = (change: Partial<Obligation>) => async (work: Work) => {
    const terms = {
      obligation: debt,
      mission: 'by-hand',
      debtor: 'be',
      creditor: 'fr',
      currency: 'EUR',
      amount: '9000',
    };
    const due = { due: '2026-04-30', kind: 'shared.cost', text: 'Rent' };
    const steps = { proposeSeq: 1, withdrawSeq: null, answerSeq: null, cycle: null, settledIn: null };
    const disputes = { holds: [], dispute: null, disputeEnded: null };
    const obligation = { terms: { ...terms, ...due }, hash: 'h', ...steps, ...disputes, proposer: 'fr', ...change };
    await house.node.app.get(ObligationsStore).save(work, {
      id: debt as ObligationId,
      peer: 'fr',
      entity: parsePublicId('ent', house.entity) as EntityId,
      mission: null,
      obligation: obligation as Obligation,
      code: 'wrong-amount',
      evidence: 'We used the room once.',
      proposedAt: new Date('2026-03-16T10:00:00Z'),
    });
  };
  const keepLeg = (role: 'payer' | 'payee', change: Partial<LegRecord>) => async (work: Work) => {
    const [from, to] = role === 'payer' ? ['be', 'fr'] : ['fr', 'be'];
    const leg = { leg: 'CYC1', cycle: '2026-04', from, to, currency: 'EUR', amount: '9000' } as Leg;
    const entity = parsePublicId('ent', house.entity) as EntityId;
    const kept = { id: 'CYC1', cycle: '2026-04', role, peer: 'fr', entity, record: { ...newLeg(leg), ...change } };
    await house.node.app.get(LegsStore).save(work, kept);
  };
  const claim = { refund: { amount: '50.00', currency: 'EUR' }, vat: { amount: '0.00', currency: 'EUR' } };
  const claimed = JSON.stringify({ ...claim, cost: claim.refund, rule: null });

  it.each<Told>([
    {
      kind: 'mission-to-accept',
      begins: setMission(`state = 'offered', role = 'host', member = null`),
      ends: setMission(`state = 'client_confirmation'`),
    },
    {
      kind: 'mission-to-amend',
      begins: setMission(`state = 'changes_requested', reason = 'One day later, please'`),
      ends: setMission(`state = 'offered', reason = null`),
      why: 'One day later, please',
    },
    {
      kind: 'invoice-held',
      begins: (work) =>
        record(
          work,
          `insert into invoice_held (mission, since, reason, detail) values ($1, now(), 'no-term', 'Decide the term')`,
          parsePublicId('mis', house.offered),
        ),
      ends: (work) => record(work, 'delete from invoice_held'),
      why: 'Decide the term',
    },
    {
      kind: 'expense-to-approve',
      begins: setExpense(`state = 'submitted', submitted_at = now(), claim = '${claimed}'`),
      ends: setExpense(`state = 'refused', decided_by = 'x', decided_at = now(), reason = 'no'`),
    },
    {
      kind: 'expense-to-pay',
      begins: setExpense(
        `state = 'approved', submitted_at = now(), decided_by = 'x', decided_at = now(), claim = '${claimed}'`,
      ),
      ends: setExpense(`state = 'paid', paid_on = '2026-04-01'`),
    },
    {
      kind: 'payslip-stopped',
      begins: (work) =>
        record(
          work,
          `insert into payroll_problem (id, mission, member, days, refusal, attempts, raised_at, tried_at)
           select $1, id, member, 2, $3, 1, now(), now() from mission where id = $2`,
          debt,
          parsePublicId('mis', house.offered),
          JSON.stringify({ kind: 'no-law', rule: 'pl', date: '2026-03-17', detail: 'No law', remedy: 'Ask' }),
        ),
      ends: (work) => record(work, 'update payroll_problem set payslip = (select id from payslip limit 1)'),
      why: 'No law',
    },
    {
      kind: 'obligation-proposed',
      begins: keepDebt({ state: 'proposed' }),
      ends: keepDebt({ state: 'agreed', cycle: '2026-04' }),
    },
    {
      kind: 'obligation-disputed',
      begins: keepDebt({ state: 'held', proposer: 'be' }),
      ends: keepDebt({ state: 'agreed', cycle: '2026-04' }),
      why: 'We used the room once.',
    },
    {
      kind: 'obligation-blocked',
      begins: (work) =>
        record(
          work,
          `insert into obligation_blocked (mission, code, detail) values ($1, 'above-cap', '')`,
          parsePublicId('mis', house.offered),
        ),
      ends: (work) => record(work, 'delete from obligation_blocked'),
    },
    { kind: 'payment-late', begins: keepLeg('payer', {}), ends: keepLeg('payer', { received: '9000' }) },
    { kind: 'payment-late', begins: keepLeg('payee', { standing: 'late' }), ends: keepLeg('payee', {}) },
    {
      kind: 'message-stuck',
      begins: async (work) => {
        await record(
          work,
          `insert into inbox (peer, seq, msg_id, type, hash, m, sig, verdict)
           values ('fr', 7, $1, 'mission.report', 'h', '{}', 's', 'failed')`,
          debt,
        );
        await record(work, `insert into parked (peer, seq, concerns, error) values ('fr', 7, '{}', 'no such mission')`);
      },
      ends: (work) => record(work, `update parked set last_at = 'infinity'`),
    },
  ])('has $kind while the record says so, for those who decide it', async ({ kind, begins, ends, why }) => {
    const inbox = house.node.app.get(Inbox);
    await undone(async (work) => {
      const seen = async (): Promise<readonly (readonly [Decider, string])[]> => {
        await writeHeld(work);
        const found: (readonly [Decider, string])[] = [];
        for (const who of deciders) {
          const account = { email: 'somebody@brussels.example', subject: undefined, roles: [who] };
          for (const item of await inbox.of(work, { account, language: 'en' }))
            if (item.kind === kind) found.push([who, item.why?.text ?? '']);
        }
        return found;
      };
      expect(await seen()).toEqual([]);
      await begins(work);
      expect(await seen()).toEqual(
        deciders.filter((who) => (inboxKinds[kind] as readonly Role[]).includes(who)).map((who) => [who, why ?? '']),
      );
      await ends(work);
      expect(await seen()).toEqual([]);
    });
  });

  it('asks nobody about an expense of her own', async () => {
    const inbox = house.node.app.get(Inbox);
    await undone(async (work) => {
      await setExpense(`state = 'submitted', submitted_at = now(), claim = '${claimed}'`)(work);
      const { subject } = await read<{ subject: string }>('amina', '/session');
      const askedBy = async (of: string | undefined) =>
        (
          await inbox.of(work, { account: { email: 'a', subject: of, roles: ['worker', 'adviser'] }, language: 'en' })
        ).filter(({ kind }) => kind === 'expense-to-approve').length;
      expect([await askedBy(subject), await askedBy(undefined)]).toEqual([0, 1]);
    });
  });

  /** Does it in a transaction, and takes all of it back. */
  async function undone(act: (work: Work) => Promise<void>): Promise<void> {
    const over = new Error('over');
    await house.node.database
      .transact(async (work) => {
        await act(work);
        throw over;
      })
      .catch((error: unknown) => {
        if (error !== over) throw error;
      });
  }
});
