import { inLanguage, languages, managerOf } from '@passerelle/doors';
import { printPostings } from '@passerelle/ledger';
import { country } from '@passerelle/values';
import type { Mission, MissionId } from '../../missions/mission.js';
import { inWordsOf } from './billing.words.js';
import { InvoiceTax1767225601120 } from './invoice-tax.migration.js';
import { stateOf } from './invoice.js';
import { type Branch, doneMission, followedMission, openBranch } from '../testing/branch.js';

/** Ids differ from run to run; the postings are compared without them. */
const withoutIds = (text: string): string => text.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '…').replace(/ +/g, ' ');

describe('billing', () => {
  let branch: Branch;
  beforeEach(async () => {
    branch = await openBranch('FR', '2026-03-27', 25);
  });
  afterEach(() => branch.fresh.drop());

  const reading = () => branch.database.reading;
  const query = <T>(sql: string): Promise<T[]> => managerOf(reading()).query<T[]>(sql);
  const invoiceOf = async (mission: Mission) => (await branch.invoices.ofMission(reading(), mission.id))!;

  it('bills the client of a mission done at home, with net, VAT and gross in the books', async () => {
    const invoice = await invoiceOf(await followedMission(branch));
    expect(invoice).toMatchObject({ number: '2026-0001', issuedOn: '2026-03-27', dueOn: '2026-04-26' });
    expect(stateOf(invoice)).toBe('issued');
    const postings = await branch.books.postingsOf(reading(), `invoice:${invoice.id}`);
    expect(withoutIds(printPostings(postings))).toBe(
      [
        '2026-03-27 invoice-issued · Invoice 2026-0001 to Théâtre de Lille',
        ' client:… 1200.00 EUR',
        ' sales 1000.00 EUR',
        ' vat.output 200.00 EUR',
      ].join('\n'),
    );
    const facts = await branch.facts.since(reading(), 0n, ['InvoiceIssued']);
    expect(facts.map(({ body }) => body)).toEqual([
      { invoice: invoice.id, mission: invoice.mission, gross: { amount: '1200.00', currency: 'EUR' } },
    ]);
  });

  it('bills as host what a partner reports, and then tells the home that the report stands', async () => {
    const mission = await followedMission(branch, { role: 'host' });
    expect((await invoiceOf(mission)).member).toBeNull();
    const said = await query<{ peer: string; type: string; body: object }>('select peer, type, body from intent');
    expect(said).toEqual([
      { peer: 'be', type: 'mission.approve', body: { mission: mission.id, report: expect.any(String) } },
    ]);
    expect(await branch.facts.since(reading(), 0n, ['MissionApproved'])).toHaveLength(1);
  });

  it('bills a mission once, however often it is told that the work is done', async () => {
    const mission = await followedMission(branch);
    const again = await branch.database.transact((work) => branch.invoices.issueOrHold(work, mission.id, null));
    expect(again).toEqual({ ok: true, value: await invoiceOf(mission) });
    expect(await query('select number from invoice')).toHaveLength(1);
  });

  it('numbers invoices without a gap or a double when twenty are issued at the same time', async () => {
    const missions = await branch.database.transact(async (work) => {
      const all: Mission[] = [];
      for (let count = 0; count < 20; count += 1) all.push(await doneMission(branch, work));
      return all;
    });
    await Promise.all(
      missions.map(({ id }) => branch.database.transact((work) => branch.invoices.issueOrHold(work, id, null))),
    );
    const numbers = await query<{ ordinal: number; reference: string }>(
      'select ordinal, reference from invoice order by ordinal',
    );
    expect(numbers.map(({ ordinal }) => ordinal)).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
    expect(new Set(numbers.map(({ reference }) => reference)).size).toBe(20);
  });

  it('loses no number with an invoice that is taken back, and begins again with the year', async () => {
    const missions = await branch.database.transact(async (work) => [
      await doneMission(branch, work),
      await doneMission(branch, work),
      await doneMission(branch, work),
    ]);
    const issue = (id: MissionId) =>
      branch.database.transact(async (work) => {
        const issued = await branch.invoices.issueOrHold(work, id, null);
        return issued.ok ? issued.value.number : issued.refusal.kind;
      });
    const broken = branch.database.transact(async (work) => {
      await branch.invoices.issueOrHold(work, missions[0]!.id, null);
      throw new Error('the power went');
    });
    await expect(broken).rejects.toThrow('the power went');
    expect(await issue(missions[0]!.id)).toBe('2026-0001');
    branch.clock.at = '2026-12-31';
    expect(await issue(missions[1]!.id)).toBe('2026-0002');
    branch.clock.at = '2027-01-01';
    expect(await issue(missions[2]!.id)).toBe('2027-0001');
  });

  it('holds a mission for a client abroad of whom too little is known, and does not approve its report', async () => {
    const mission = await followedMission(branch, { role: 'host', client: { country: country('DE') } });
    expect(await branch.invoices.ofMission(reading(), mission.id)).toBeNull();
    const [held] = await branch.invoices.held(reading());
    expect(held).toMatchObject({ mission: mission.id, reason: 'vat-facts-missing' });
    expect(held!.detail).toContain('Does the client buy as a taxable person');
    const words = inWordsOf(held!);
    expect(languages.map((language) => inLanguage(words, language))).toEqual([
      held!.detail,
      expect.stringContaining('Le client achète-t-il'),
      expect.stringContaining('Koopt de klant'),
      expect.stringContaining('Köper kunden'),
      expect.stringContaining('Kauft der Auftraggeber'),
    ]);
    expect(inWordsOf({ why: null, detail: 'As an earlier release kept it.' })).toBe('As an earlier release kept it.');
    expect(await query('select 1 from intent')).toEqual([]);
    const facts = await branch.facts.since(reading(), 0n, ['InvoiceHeld']);
    expect(facts.map(({ body }) => body)).toEqual([{ mission: mission.id, reason: 'vat-facts-missing' }]);
    const again = await branch.database.transact((work) => branch.invoices.retry(work, mission.id));
    expect(again).toMatchObject({ ok: false, refusal: { kind: 'vat-undecided' } });
  });

  it('bills a German theatre without VAT once VIES confirms its number, and keeps why', async () => {
    const german = { country: country('DE'), vatNumber: 'DE 136.695.976', language: 'de' } as const;
    const mission = await followedMission(branch, { client: german });
    const by = { by: branch.ids.newId(), now: branch.clock.now() };
    const answer = { at: branch.clock.now(), valid: true, consultationNumber: 'WAPI1' };
    const retried = await branch.database.transact(async (work) => {
      await branch.clients.recordAnswer(work, mission.client, answer, by);
      return branch.invoices.retry(work, mission.id);
    });
    expect(retried).toMatchObject({ ok: true });
    const invoice = await invoiceOf(mission);
    expect([invoice.net, invoice.vat, invoice.gross].map(String)).toEqual(['1000.00 EUR', '0.00 EUR', '1000.00 EUR']);
    expect(invoice.lines[0]!.vatRate).toBeNull();
    expect(invoice.buyer.vatNumber).toBe('DE136695976');
    expect(invoice.tax).toMatchObject({
      treatment: 'REVERSE_CHARGE',
      placeOfSupply: 'DE',
      mentionText: 'Steuerschuldnerschaft des Leistungsempfängers',
      recapitulativeStatement: true,
      sellerVatNumber: 'FR40303265045',
      basis: ['2006/112 Art. 44', '2006/112 Art. 196', '2006/112 Art. 226(11a)'],
    });
    const postings = await branch.books.postingsOf(reading(), `invoice:${invoice.id}`);
    expect(withoutIds(printPostings(postings))).not.toContain('vat.output');
  });

  it('bills at the rate that was said, and says nothing more after the invoice', async () => {
    const said = { by: branch.ids.newId(), at: branch.clock.now() };
    const supply = { rateClass: 'cultural_reduced', virtual: false, receivingEstablishment: null } as const;
    const mission = await branch.database.transact(async (work) => {
      const done = await doneMission(branch, work);
      await branch.taxation.say(work, done.id, supply, said);
      await branch.invoices.issueOrHold(work, done.id, null);
      return done;
    });
    const invoice = await invoiceOf(mission);
    expect(invoice.gross.toString()).toBe('1055.00 EUR');
    expect(invoice.tax.rate?.toPercent()).toBe('5.5');
    const late = await branch.database.transact((work) => branch.taxation.say(work, mission.id, supply, said));
    expect(late).toEqual({ ok: false, refusal: { kind: 'invoice-issued', number: '2026-0001' } });
  });

  it('issues a held invoice and approves the report once what stood against it is decided', async () => {
    branch.clock.at = '2025-12-31';
    const mission = await followedMission(branch, { role: 'host' });
    expect(await branch.invoices.held(reading())).toMatchObject([{ reason: 'no-term' }]);
    branch.clock.at = '2026-01-01';
    const retried = await branch.database.transact((work) => branch.invoices.retry(work, mission.id));
    expect(retried).toMatchObject({ ok: true, value: { number: '2026-0001', dueOn: '2026-01-31' } });
    expect(await branch.invoices.held(reading())).toEqual([]);
    expect(await query('select type from intent')).toEqual([{ type: 'mission.approve' }]);
    const twice = await branch.database.transact((work) => branch.invoices.retry(work, mission.id));
    expect(twice).toEqual({ ok: false, refusal: { kind: 'not-held' } });
  });

  it('writes down for invoices of an earlier release how they were taxed', async () => {
    const mission = await followedMission(branch);
    const { tax } = await invoiceOf(mission);
    await branch.database.transact(async (work) => {
      const manager = managerOf(work);
      await manager.query('drop table mission_supply, partner_vat_answer; alter table invoice drop column tax');
      await new InvoiceTax1767225601120().up(manager.queryRunner!);
    });
    const { rate, treatment, placeOfSupply, liable, sellerVatNumber } = (await invoiceOf(mission)).tax;
    expect([treatment, placeOfSupply, liable]).toEqual(['CHARGE_DOMESTIC', 'FR', 'supplier']);
    expect([rate, sellerVatNumber]).toEqual([tax.rate, tax.sellerVatNumber]);
  });

  it('lets no VAT stand on an invoice that is not charged with it', async () => {
    const { id } = await invoiceOf(await followedMission(branch));
    const copy = `insert into invoice select gen_random_uuid(), entity, year, ordinal + 1, 'x', mission, client, buyer, member,
      issued_on, due_on, lines, net, vat, gross, currency, reference_kind, 'x',
      tax || '{"treatment": "REVERSE_CHARGE"}' from invoice where id = '${id}'`;
    await expect(query(copy)).rejects.toThrow('check constraint');
  });

  it('never edits an invoice', async () => {
    await followedMission(branch);
    for (const sql of ['update invoice set gross = gross', 'delete from invoice', 'truncate invoice cascade'])
      await expect(query(sql)).rejects.toThrow('only added');
  });
});
