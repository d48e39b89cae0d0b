import { type FurnishedNode, furnish, until } from '../testing/furnished-node.js';

interface Told {
  readonly id: string;
  readonly kind: string;
  readonly text: Readonly<Record<string, string>>;
  readonly path: string;
  readonly readAt: string | null;
}

describe('what a worker is told', () => {
  let house: FurnishedNode;
  let hers: string;
  beforeAll(async () => {
    house = await furnish();
    const { json } = await house.amina.ask({ method: 'GET', path: '/api/v1/session' });
    hers = `/api/v1/members/mem_${(json as { subject: string }).subject.replaceAll('-', '')}`;
  }, 60_000);
  afterAll(() => house.node.close());

  const told = async (): Promise<readonly Told[]> =>
    ((await house.amina.ask({ method: 'GET', path: `${hers}/notifications` })).json as { items: Told[] }).items;
  const toldOf = (kind: string) => until(kind, async () => (await told()).find((one) => one.kind === kind));
  const letters = async (subject: string): Promise<number> => {
    const { json } = await house.staff
      .get('sysadmin')!
      .ask({ method: 'GET', path: '/api/v1/sandbox/mail?to=amina@brussels.example' });
    const encoded = Buffer.from(subject, 'utf8').toString('base64');
    return (json as { items: string[] }).items.filter((letter) => letter.includes(encoded)).length;
  };
  const wish = (items: object) =>
    house.amina.ask({ method: 'PUT', path: `${hers}/notification-wishes`, body: { items } });
  /** A mission that her adviser sends back. */
  const sentBack = async (work: string): Promise<void> => {
    const { amina, staff, client } = house;
    const days = { first: '2026-04-06', last: '2026-04-06', days: 1 };
    const place = { country: 'BE', town: 'Bruxelles' };
    const price = { amount: '450.00', currency: 'EUR' };
    const headers = (act: string) => ({ 'idempotency-key': `${act}-${work.replace(' ', '-')}` });
    const made = await amina.ask({
      method: 'POST',
      path: '/api/v1/missions',
      body: { client, work, place, price, ...days },
      headers: headers('register'),
    });
    const path = `/api/v1/missions/${(made.json as { id: string }).id}`;
    await amina.ask({ method: 'POST', path: `${path}/submit`, body: {}, headers: headers('submit') });
    const body = { reason: 'The price is missing a day.' };
    const asked = await staff
      .get('adviser')!
      .ask({ method: 'POST', path: `${path}/ask-changes`, body, headers: headers('ask') });
    expect(asked.status).toBe(200);
  };

  it('is each step of her mission, in five languages, with the page that shows it', async () => {
    await toldOf('payslip-published');
    const kinds = (await told()).map(({ kind }) => kind).reverse();
    // The contract is written beside the formalities: either may be told first.
    expect(kinds.slice(0, 2)).toEqual(['mission-agreed', 'client-confirmed']);
    expect(kinds.slice(2, 4).sort()).toEqual(['contract-to-sign', 'mission-started']);
    const { text, path } = await toldOf('client-confirmed');
    expect(Object.keys(text)).toEqual(['en', 'fr', 'nl', 'sv', 'de']);
    expect([text['fr'], path]).toEqual([
      'Le client a confirmé « Two concerts ». Il reste les formalités.',
      `/missions/${house.done}`,
    ]);
  });

  it('comes by letter where she has to act, and by the ways she wishes', async () => {
    const title = 'Une modification est demandée';
    await sentBack('A talk');
    await until('the letter is sent', async () => ((await letters(title)) === 1 ? true : undefined));
    expect((await toldOf('changes-requested')).text['en']).toContain('“A talk”');
    expect((await wish([{ kind: 'changes-requested', inApp: false, mail: true }])).status).toBe(200);
    await sentBack('A lesson');
    await until('the second letter is sent', async () => ((await letters(title)) === 2 ? true : undefined));
    expect((await told()).some(({ text }) => text['en']?.includes('A lesson'))).toBe(false);
  });

  it('is a letter that the cooperative owes her, whatever is wished', async () => {
    const { status, json } = await wish([{ kind: 'payslip-published', inApp: true, mail: false }]);
    expect([status, json]).toMatchObject([400, { errors: [{ pointer: '#/items', code: 'letter-is-owed' }] }]);
    expect((await wish([{ kind: 'payslip-published', inApp: false, mail: true }])).status).toBe(200);
  });

  it('is read up to the one she has seen', async () => {
    const [newest, ...older] = await told();
    const body = { upto: older[0]!.id };
    const { status } = await house.amina.ask({ method: 'POST', path: `${hers}/notifications/read`, body });
    expect(status).toBe(204);
    expect((await told()).map(({ readAt }) => readAt !== null)).toEqual([false, ...older.map(() => true)]);
    expect(newest!.readAt).toBeNull();
  });

  it('is told to nobody else', async () => {
    expect((await house.lucas.ask({ method: 'GET', path: `${hers}/notifications` })).status).toBe(404);
    const adviser = house.staff.get('adviser')!;
    expect((await adviser.ask({ method: 'GET', path: `${hers}/notifications` })).status).toBe(403);
  });
});
