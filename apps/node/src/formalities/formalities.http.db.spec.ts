import { randomUUID } from 'node:crypto';
import { publicId } from '@passerelle/doors';
import type { Answered, Visitor } from '../../../doors/testing/api/visitor.js';
import { heic, pdf } from '../files/testing/files.js';
import { type FurnishedNode, furnish } from '../testing/furnished-node.js';

interface Gate {
  readonly name: string;
  readonly state: string;
  readonly owner: string;
  readonly due: string;
  readonly warnings: readonly { readonly en: string }[];
}
interface Shown {
  readonly id: string;
  readonly gates: readonly Gate[];
  readonly law: { readonly missing: readonly { readonly fact: string; readonly supplier: string }[] };
}

const inParis = {
  work: 'Two concerts',
  kind: 'artistic_performance',
  place: { country: 'FR', town: 'Paris' },
  first: '2026-03-23',
  last: '2026-03-27',
  days: 5,
  price: { amount: '900.00', currency: 'EUR' },
  host: 'fr',
  hostSharePercent: '2',
};

const livesInBrussels = {
  from: '2026-01-01',
  nationality: 'BE',
  residence: 'BE',
  identity: { surname: 'Diallo', forenames: '<Amina>' },
  employers: [],
  activities: [{ kind: 'employed', employer: 'cooperative', country: 'BE', timeShare: '1', regularity: 'habitual' }],
};

describe('the formalities at the door of a node', () => {
  let furnished: FurnishedNode;
  let adviser: Visitor;
  let mission: string;
  let member: string;
  let acts = 0;

  const post = (who: Visitor, path: string, body: object): Promise<Answered> => {
    const headers = { 'idempotency-key': `formalities-${(acts += 1)}` };
    return who.ask({ method: 'POST', path: `/api/v1${path}`, body, headers });
  };
  const get = (who: Visitor, path: string): Promise<Answered> => who.ask({ method: 'GET', path: `/api/v1${path}` });

  beforeAll(async () => {
    furnished = await furnish();
    adviser = furnished.staff.get('adviser')!;
    const { amina, client } = furnished;
    mission = ((await post(amina, '/missions', { ...inParis, client })).json as Shown).id;
    member = ((await get(amina, `/missions/${mission}`)).json as { member: string }).member;
  }, 120_000);
  afterAll(() => furnished.node.close());

  it('say what is missing and who can supply it, until it is stated', async () => {
    const { amina } = furnished;
    const before = (await get(amina, `/missions/${mission}/formalities`)).json as Shown;
    expect(before.gates[0]).toMatchObject({ name: 'legislation', state: 'open' });
    expect(before.law.missing).toContainEqual(
      expect.objectContaining({ fact: 'person.nationality', supplier: 'worker' }),
    );
    expect((await post(amina, `/members/${member}/situations`, livesInBrussels)).status).toBe(201);
    const facts = { substantialActivityAtSeat: true, replacesPostedWorker: false, hiredForThisMission: false };
    const after = (await post(adviser, `/missions/${mission}/posting-facts`, facts)).json as Shown;
    expect(after.gates[0]).toMatchObject({ name: 'legislation', state: 'passed' });
  });

  it('are shown with days and warnings while a form is filled in', async () => {
    const { amina, client } = furnished;
    const preview = await post(amina, '/missions/formalities-preview', { ...inParis, client });
    expect(preview.status).toBe(200);
    const [, a1] = (preview.json as Shown).gates;
    expect(a1).toMatchObject({ name: 'a1', state: 'open', due: '2026-03-22' });
    expect(a1?.warnings[0]?.en).toContain('ask for the A1 certificate now');
    const backwards = { ...inParis, client, last: '2026-03-01' };
    expect((await post(amina, '/missions/formalities-preview', backwards)).status).toBe(422);
  });

  it('take a certificate in its order, and name the field that does not fit', async () => {
    const early = await post(adviser, `/missions/${mission}/a1`, { status: 'issued', reference: 'A1-7' });
    expect([early.status, (early.json as { type: string }).type]).toEqual([409, '/problems/formality-refused']);
    expect((await post(adviser, `/missions/${mission}/a1`, { status: 'submitted' })).status).toBe(200);
    const nameless = await post(adviser, `/missions/${mission}/a1`, { status: 'issued' });
    expect(nameless.json).toMatchObject({ status: 422, errors: [{ pointer: '#/reference' }] });
    const begun = await post(adviser, `/missions/${mission}/activate`, {});
    expect([begun.status, begun.text.includes('draft')]).toEqual([409, true]);
  });

  it('keep the letter of the institution for her and her adviser, and recognise it when it comes again', async () => {
    const { amina, lucas, staff, done } = furnished;
    const path = `/api/v1/a1-documents?mission=${mission}`;
    const send = (who: Visitor, to: string, body: Buffer, type = 'application/pdf') =>
      who.ask({ method: 'POST', path: to, body, headers: { 'content-type': type } });
    const payroll = staff.get('payroll')!;
    const kept = await send(payroll, path, pdf('Certificate'));
    const { id } = kept.json as Shown;
    const file = `/api/v1/a1-documents/${id}/file`;
    expect([kept.status, kept.json]).toMatchObject([201, { media: 'application/pdf', keepUntil: '2033-12-31' }]);
    expect((await send(amina, `/api/v1/a1-documents?mission=${done}`, pdf('Certificate'))).json).toEqual(kept.json);
    for (const who of [amina, adviser]) {
      const { status, text, headers } = await who.ask({ method: 'GET', path: file });
      expect([status, text.includes('Certificate'), headers.get('content-disposition')]).toEqual([
        200,
        true,
        expect.stringContaining('attachment'),
      ]);
    }
    const others = [payroll, staff.get('finance')!, staff.get('sysadmin')!, lucas, furnished.stranger];
    const answers = await Promise.all(others.map((who) => who.ask({ method: 'GET', path: file })));
    expect(answers.map(({ status }) => status)).toEqual([403, 403, 403, 404, 401]);
    const { items } = (await get(amina, '/a1-documents')).json as { items: unknown[] };
    expect(items).toContainEqual(kept.json);
    expect((await get(lucas, '/a1-documents')).json).toMatchObject({ items: [] });

    const photo = await send(amina, path, heic(), 'image/png');
    expect(photo.json).toMatchObject({ status: 422, code: 'not-an-image' });
    expect((await send(amina, path, heic(), 'image/heic')).status).toBe(415);
    expect((await send(amina, path, pdf('Half').subarray(0, 12))).json).toMatchObject({ code: 'cut-off' });
    expect((await send(lucas, path, pdf('Certificate'))).status).toBe(404);
    const his = (await post(lucas, '/missions', { ...inParis, client: furnished.client })).json as Shown;
    const taken = await send(lucas, `/api/v1/a1-documents?mission=${his.id}`, pdf('Certificate'));
    expect(taken.json).toMatchObject({ status: 409, type: '/problems/a1-document-of-another' });
    const unknown = await post(adviser, `/missions/${mission}/a1`, {
      status: 'submitted',
      document: publicId('doc', randomUUID()),
    });
    expect(unknown.json).toMatchObject({ status: 422, errors: [{ pointer: '#/document' }] });
  });

  it('print the request in her language, with what is missing, and what she wrote as text', async () => {
    const page = await get(furnished.amina, `/missions/${mission}/a1-request`);
    expect(page.text).toContain('<html lang="fr">');
    expect(page.text).toContain('&lt;Amina&gt;');
    expect(page.text).toContain('Il manque encore');
    const german = await get(furnished.amina, `/missions/${mission}/a1-request?lang=de`);
    expect(german.text).toContain('Antrag auf eine A1-Bescheinigung');
    expect((await get(furnished.lucas, `/missions/${mission}/a1-request`)).status).toBe(404);
  });

  it('keep what she stated, and refuse what cannot be', async () => {
    const { amina, lucas } = furnished;
    const path = `/members/${member}/situations`;
    const twice = { ...livesInBrussels, activities: [...livesInBrussels.activities, ...livesInBrussels.activities] };
    const refused = await post(amina, path, twice);
    expect(refused.json).toMatchObject({ status: 422, errors: [{ code: 'more-than-all-time' }] });
    expect((await get(amina, path)).json).toMatchObject({ items: [{ from: '2026-01-01', residence: 'BE' }] });
    expect((await get(lucas, path)).status).toBe(404);
    expect((await post(lucas, path, livesInBrussels)).status).toBe(404);
    const traced = `select bool_and(trace like '00-%') as all from fact where kind = 'SituationStated'`;
    expect(await furnished.node.database.source.query(traced)).toEqual([{ all: true }]);
  });

  it('refuse a host that directs the worker, until somebody answers for it', async () => {
    const { amina, client, entity } = furnished;
    const { id } = (await post(amina, '/missions', { ...inParis, client, directedBy: 'host' })).json as Shown;
    await post(amina, `/missions/${id}/submit`, {});
    const refused = await post(adviser, `/missions/${id}/approve`, {});
    expect(refused.json).toMatchObject({ status: 409, type: '/problems/worker-passed-on', code: 'PASSED_ON_BY_HOST' });
    const opening = { entity, home: 'BE', host: 'FR', reason: 'Licence of Paris' };
    expect((await post(adviser, '/placing-openings', { ...opening, host: 'BE' })).status).toBe(422);
    expect((await post(adviser, '/placing-openings', opening)).status).toBe(201);
    expect((await post(adviser, `/missions/${id}/approve`, {})).status).toBe(200);
  });

  it('show each cooperative its share of turnover at home, less what it has credited', async () => {
    const shown = await get(furnished.staff.get('finance')!, '/cooperative/home-share');
    expect(shown.json).toMatchObject({
      items: [
        {
          country: 'BE',
          home: { amount: '890.00' },
          total: { amount: '890.00' },
          sharePercent: '100.00',
          pointerPercent: '25',
          belowPointer: false,
        },
      ],
    });
  });
});
