import { Body, Module, Post, Req } from '@nestjs/common';
import { IsInt, IsOptional, IsString } from 'class-validator';
import type { Request } from 'express';
import { Accounts } from '../access/accounts/accounts.service.js';
import { Allow, Public } from '../access/allow.js';
import { type Answer, Database, doorsEntities, doorsMigrations, Idempotency, managerOf } from '../index.js';
import { ApiController } from '../http/api-controller.js';
import { notFound } from '../problems/common-problems.js';
import { Problem } from '../problems/problem.js';
import { type FreshDatabase, freshDatabase } from '../testing/database.js';
import { openProgram, type SpecProgram } from '../testing/http.js';
import { MovesMoney } from './moves-money.js';

class TransferBody {
  @IsInt()
  cents: number;

  @IsOptional()
  @IsString()
  note?: string;

  @IsOptional()
  @IsString()
  outcome?: 'refused' | 'slow' | 'broken';
}

@ApiController('transfers')
class TransfersController {
  constructor(
    private readonly idempotency: Idempotency,
    private readonly database: Database,
  ) {}

  @Allow('finance')
  @MovesMoney()
  @Post()
  order(@Req() request: Request, @Body() { cents, outcome }: TransferBody): Promise<Answer> {
    return this.idempotency.once(request, async (work) => {
      const [row] = await managerOf(work).query<[{ id: string }]>(
        'insert into transfer (cents) values ($1) returning id',
        [cents],
      );
      if (outcome === 'slow') await new Promise((resolve) => setTimeout(resolve, 300));
      if (outcome === 'refused') throw new Problem(notFound);
      if (outcome === 'broken') throw new Error('the power went');
      return { status: 202, body: { transfer: row.id, cents } };
    });
  }

  @Allow('finance')
  @MovesMoney()
  @Post('other')
  other(@Req() request: Request): Promise<Answer> {
    return this.idempotency.once(request, async () => ({ status: 200, body: {} }));
  }

  @Public()
  @MovesMoney()
  @Post('forgotten')
  async forgotten(): Promise<object> {
    await managerOf(this.database.reading).query('select 1');
    return { moved: true };
  }
}

@Module({ controllers: [TransfersController] })
class TransfersModule {}

const password = 'a sentence to remember';

describe('a request that moves money', () => {
  let fresh: FreshDatabase;
  let program: SpecProgram;
  let finance: Awaited<ReturnType<SpecProgram['signIn']>>;
  let other: typeof finance;
  beforeAll(async () => {
    fresh = await freshDatabase({ entities: doorsEntities, migrations: doorsMigrations });
    await query('create table transfer (id bigserial primary key, cents bigint not null)');
    program = await openProgram(fresh.database, [TransfersModule]);
    const accounts = program.app.get(Accounts);
    for (const email of ['finance@demo.example', 'other@demo.example'])
      await accounts.create({ email, password, roles: ['finance'], language: 'en' });
    finance = await program.signIn('finance@demo.example', password);
    other = await program.signIn('other@demo.example', password);
  });
  beforeEach(() => query('truncate transfer, idempotency_key'));
  afterAll(async () => {
    await program.app.close();
    await fresh.drop();
  });

  const query = <T>(sql: string): Promise<T> => managerOf(fresh.database.reading).query<T>(sql);
  const transfers = async (): Promise<number> =>
    (await query<[{ n: number }]>('select count(*)::int as n from transfer'))[0].n;
  const order = (body: object, key = 'k1', as = finance) =>
    as.post('/api/v1/transfers').set('Idempotency-Key', key).send(body);

  it('acts once, and tells the same answer again', async () => {
    const first = await order({ cents: 100, note: 'x' });
    expect(first.status).toBe(202);
    expect(first.headers['idempotent-replayed']).toBeUndefined();
    const second = await order({ note: 'x', cents: 100 });
    expect([second.status, second.body]).toEqual([202, first.body]);
    expect(second.headers['idempotent-replayed']).toBe('true');
    expect(await transfers()).toBe(1);
  });

  it('acts once for twins that arrive together', async () => {
    const twins = await Promise.all([1, 2, 3, 4].map(() => order({ cents: 100, outcome: 'slow' })));
    expect(twins.map(({ status }) => status).sort((a, b) => a - b)).toEqual([202, 409, 409, 409]);
    const running = twins.find(({ status }) => status === 409)!;
    expect(running.body.type).toBe('/problems/request-still-running');
    expect(running.headers['retry-after']).toBe('1');
    expect((await order({ cents: 100, outcome: 'slow' })).headers['idempotent-replayed']).toBe('true');
    expect(await transfers()).toBe(1);
  });

  it('refuses the key for another body or another address', async () => {
    await order({ cents: 100 }).expect(202);
    const answer = await order({ cents: 101 }).expect(422);
    expect(answer.body.type).toBe('/problems/idempotency-key-used-otherwise');
    await finance.post('/api/v1/transfers/other').set('Idempotency-Key', 'k1').send({ cents: 100 }).expect(422);
    expect(await transfers()).toBe(1);
  });

  it('keeps each account’s keys apart', async () => {
    await order({ cents: 100 }).expect(202);
    const answer = await order({ cents: 100 }, 'k1', other).expect(202);
    expect(answer.headers['idempotent-replayed']).toBeUndefined();
    expect(await transfers()).toBe(2);
  });

  it.each([
    ['refused', 404],
    ['broken', 500],
  ])('keeps nothing when it is %s, so that it may be sent again', async (outcome, status) => {
    await order({ cents: 100, outcome }).expect(status);
    expect([await transfers(), await query('select 1 from idempotency_key')]).toEqual([0, []]);
    await order({ cents: 100 }).expect(202);
  });

  it.each([undefined, '', 'with space', 'x'.repeat(201), 'é'])('refuses %p as a key', async (key) => {
    const request = finance.post('/api/v1/transfers').send({ cents: 100 });
    const answer = await (key === undefined
      ? request
      : request.set('Idempotency-Key', Buffer.from(key).toString('latin1')));
    expect([answer.status, answer.body.type]).toEqual([400, '/problems/idempotency-key-missing']);
    expect(await transfers()).toBe(0);
  });

  it('forgets a key after 30 days, and not a day earlier', async () => {
    await order({ cents: 100 }).expect(202);
    await query(`update idempotency_key set created_at = now() - interval '29 days 23 hours'`);
    expect((await order({ cents: 100 })).headers['idempotent-replayed']).toBe('true');
    await query(`update idempotency_key set created_at = now() - interval '30 days'`);
    expect((await order({ cents: 200 }).expect(202)).headers['idempotent-replayed']).toBeUndefined();
    expect(await transfers()).toBe(2);
    await query(`update idempotency_key set created_at = now() - interval '31 days'`);
    await order({ cents: 300 }, 'k2').expect(202);
    expect(await query('select key from idempotency_key')).toEqual([{ key: 'k2' }]);
  });

  it('is a bug when its route answers without keeping the answer', async () => {
    const answer = await program.anybody.post('/api/v1/transfers/forgotten').set('Idempotency-Key', 'k1');
    expect(answer.status).toBe(500);
  });
});
