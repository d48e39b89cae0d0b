import type { Visitor } from '../../../../doors/testing/api/visitor.js';
import { type FurnishedNode, furnish } from '../../testing/furnished-node.js';

describe('VAT over HTTP', () => {
  let house: FurnishedNode;
  let finance: Visitor;
  let adviser: Visitor;
  beforeAll(async () => {
    house = await furnish();
    finance = house.staff.get('finance')!;
    adviser = house.staff.get('adviser')!;
  }, 60_000);
  afterAll(() => house.node.close());

  const get = async (who: Visitor, path: string) => {
    const { status, json } = await who.ask({ method: 'GET', path: `/api/v1${path}` });
    return { status, body: json as Record<string, unknown> };
  };
  const send = async (who: Visitor, method: 'POST' | 'PUT', path: string, body: object) => {
    const answer = await who.ask({ method, path: `/api/v1${path}`, body });
    return { status: answer.status, body: answer.json as Record<string, unknown> };
  };
  const codesOf = ({ status, body }: { status: number; body: Record<string, unknown> }) => [
    status,
    ...(body['errors'] as { pointer: string; code: string }[]).map(({ pointer, code }) => `${pointer} ${code}`),
  ];
  const newClient = (change: object) => ({
    entity: house.entity,
    name: 'Théâtre de Lille',
    country: 'FR',
    vatNumber: 'FR 40 303 265 045',
    email: 'compta@theatre.example',
    address: { street: 'Rue 1', postcode: '59000', town: 'Lille', country: 'FR' },
    language: 'fr',
    ...change,
  });

  describe('of clients', () => {
    it('keeps a number as VIES writes it, and refuses one that cannot be the client’s with the rule', async () => {
      const { status, body } = await send(adviser, 'POST', '/clients', newClient({}));
      expect(status).toBe(201);
      expect(body).toMatchObject({ vatNumber: 'FR40303265045', status: null, vies: null });
      const add = async (change: object) => codesOf(await send(adviser, 'POST', '/clients', newClient(change)));
      expect(await add({ country: 'BE' })).toEqual([422, '#/vatNumber vat-number-of-another-country']);
      expect(await add({ vatNumber: 'FR41303265045' })).toEqual([
        422,
        '#/vatNumber vat-number-with-wrong-check-digits',
      ]);
      expect(await add({ vatNumber: 'FR4030326504' })).toEqual([422, '#/vatNumber vat-number-of-wrong-form']);
      expect(await add({ vatNumber: '303265045' })).toEqual([422, '#/vatNumber vat-number-without-prefix']);
      expect(await add({ status: 'private' })).toEqual([422, '#/status private-with-vat-number']);
      expect(await add({ status: 'rich' })).toEqual([400, expect.stringContaining('#/status')]);
    });

    it('keeps what VIES said as evidence, and shows the latest about the number of today', async () => {
      const { body: client } = await send(adviser, 'POST', '/clients', newClient({ vatNumber: 'FR83404833048' }));
      const path = `/clients/${String(client['id'])}`;
      const said = { at: '2026-03-01T09:30:00Z', valid: true, consultationNumber: 'WAPI1' };
      expect((await send(finance, 'POST', `${path}/vies-answers`, said)).status).toBe(200);
      expect((await send(finance, 'POST', `${path}/vies-answers`, said)).status).toBe(200);
      const later = { at: '2026-03-10T09:30:00Z', valid: false };
      await send(finance, 'POST', `${path}/vies-answers`, later);
      await send(finance, 'POST', `${path}/vies-answers`, { ...said, at: '2026-02-01T09:30:00Z' });
      expect((await get(adviser, path)).body['vies']).toMatchObject({
        vatNumber: 'FR83404833048',
        at: '2026-03-10T09:30:00.000Z',
        valid: false,
        consultationNumber: null,
      });
      expect((await send(adviser, 'POST', `${path}/vies-answers`, said)).status).toBe(403);
      const tomorrow = { ...said, at: '2099-01-01T00:00:00Z' };
      expect(codesOf(await send(finance, 'POST', `${path}/vies-answers`, tomorrow))).toEqual([
        422,
        '#/at answer-of-tomorrow',
      ]);
      const without = await send(adviser, 'PUT', `${path}/tax`, { status: 'private' });
      expect(without.body).toMatchObject({ status: 'private', vatNumber: null, vies: null });
      expect((await send(finance, 'POST', `${path}/vies-answers`, said)).status).toBe(422);
    });

    it('says as what a client buys, under a number that is nobody else’s', async () => {
      const path = `/clients/${house.client}/tax`;
      const taken = { status: 'taxable', vatNumber: 'BE0428759497' };
      await send(adviser, 'POST', '/clients', newClient({ country: 'BE', vatNumber: taken.vatNumber }));
      expect(codesOf(await send(adviser, 'PUT', path, taken))).toEqual([
        422,
        '#/vatNumber vat-number-of-another-client',
      ]);
      expect(codesOf(await send(adviser, 'PUT', path, { status: 'private', vatNumber: 'BE0417497106' }))).toEqual([
        422,
        '#/status private-with-vat-number',
      ]);
      const said = await send(adviser, 'PUT', path, {
        status: 'non_taxable_legal_person',
        vatNumber: 'be 0417.497.106',
      });
      expect(said).toMatchObject({
        status: 200,
        body: { status: 'non_taxable_legal_person', vatNumber: 'BE0417497106' },
      });
    });
  });

  describe('of invoices', () => {
    it('says on the invoice how it is taxed, by which law and under which numbers', async () => {
      const { body } = await get(house.amina, '/invoices');
      const [invoice] = body['items'] as Record<string, unknown>[];
      expect(invoice).toMatchObject({
        net: { amount: '900.00' },
        vat: { amount: '189.00' },
        gross: { amount: '1089.00' },
        tax: {
          treatment: 'CHARGE_DOMESTIC',
          placeOfSupply: 'BE',
          ratePercent: '21',
          mentionText: null,
          recapitulativeStatement: false,
          basis: ['2006/112 Art. 44'],
          sellerVatNumber: 'BE0428759497',
          buyerVatNumber: 'BE0417497106',
        },
      });
    });

    it('no longer takes words about a mission that is billed, or that another node bills', async () => {
      const supply = { rateClass: 'standard', virtual: false };
      expect(await send(finance, 'PUT', `/missions/${house.done}/vat`, supply)).toMatchObject({
        status: 409,
        body: { type: '/problems/vat-of-mission-fixed', detail: 'Invoice 2026-0001 of this mission is made.' },
      });
      expect((await send(finance, 'PUT', `/missions/${house.offered}/vat`, supply)).status).toBe(409);
      const wrong = { rateClass: 'low', virtual: 'no', receivingEstablishment: 'Paris' };
      expect((await send(finance, 'PUT', `/missions/${house.done}/vat`, wrong)).status).toBe(400);
    });
  });

  describe('between cooperatives', () => {
    const vatOf = async () => (await get(house.amina, `/missions/${house.offered}/vat?language=fr`)).body;

    it('asks for the answer of VIES about the partner, and then reverses the charge', async () => {
      const before = await vatOf();
      expect(before).toMatchObject({
        toClient: null,
        toHost: {
          net: { amount: '882.00', currency: 'EUR' },
          treatment: null,
          missing: [{ fact: 'customer.vatIdValid', rule: '282/2011 Art. 18', supplier: 'finance' }],
        },
      });
      const answer = { node: 'fr', vatNumber: 'FR40303265045', at: '2026-03-01T09:30:00Z', valid: true };
      const refused = async (change: object) =>
        codesOf(await send(finance, 'POST', '/vat/partners', { ...answer, ...change }));
      expect(await refused({ node: 'be' })).toEqual([422, '#/node no-such-partner']);
      expect(await refused({ vatNumber: 'BE0428759497' })).toEqual([422, '#/vatNumber vat-number-of-another-country']);
      expect(await refused({ at: '2099-01-01T00:00:00Z' })).toEqual([422, '#/at answer-of-tomorrow']);
      expect((await send(finance, 'POST', '/vat/partners', answer)).status).toBe(200);
      expect((await get(finance, '/vat/partners')).body).toMatchObject({ items: [{ node: 'fr', valid: true }] });
      expect(await vatOf()).toMatchObject({
        toHost: {
          vat: { amount: '0.00' },
          gross: { amount: '882.00' },
          undecided: null,
          treatment: {
            treatment: 'REVERSE_CHARGE',
            vatCountry: 'FR',
            mentionText: 'Autoliquidation',
            recapitulativeStatement: true,
          },
        },
      });
    });

    it('is shown to the worker of the mission and to staff only', async () => {
      expect((await get(house.lucas, `/missions/${house.offered}/vat`)).status).toBe(404);
      expect((await get(adviser, `/missions/${house.offered}/vat`)).status).toBe(200);
      expect((await get(adviser, `/missions/${house.offered}/vat?language=pl`)).status).toBe(400);
    });
  });
});
