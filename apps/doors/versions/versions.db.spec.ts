import { Body, Get, HttpCode, Module, Param, Post, Put, Req } from '@nestjs/common';
import { IsString } from 'class-validator';
import type { Request } from 'express';
import { Accounts } from '../access/accounts/accounts.service.js';
import { Allow } from '../access/allow.js';
import {
  type Answer,
  AsSeen,
  Database,
  doorsEntities,
  doorsMigrations,
  Idempotency,
  managerOf,
  Versioned,
  Versions,
  type Words,
  type Work,
} from '../index.js';
import { ApiController } from '../http/api-controller.js';
import { MovesMoney } from '../idempotency/moves-money.js';
import { type FreshDatabase, freshDatabase } from '../testing/database.js';
import { openProgram, type SpecProgram } from '../testing/http.js';

const named = (en: string, fr: string): Words => ({ en, fr, nl: en, sv: en, de: en });
const iban = named('the account', 'le compte');
const state = named('how far it is', 'où cela en est');

class AccountBody {
  @IsString()
  iban: string;
}

interface Member {
  readonly iban: string;
  readonly street: string;
  readonly state: string;
}

const amina = '019a0000-0000-7000-8000-000000000001';

@ApiController('people')
class PeopleController {
  constructor(
    private readonly database: Database,
    private readonly idempotency: Idempotency,
    private readonly versions: Versions,
  ) {}

  @Allow('adviser', 'finance', 'worker')
  @Versioned()
  @Get(':id')
  show(): Promise<Member> {
    return this.found(this.database.reading);
  }

  @Allow('adviser')
  @Versioned<Member>(({ state }) => ({ state }))
  @Get(':id/progress')
  progress(): Promise<Member> {
    return this.found(this.database.reading);
  }

  @Allow('adviser', 'finance', 'worker')
  @AsSeen()
  @Put(':id/account')
  change(@Param('id') _id: string, @Body() body: AccountBody, @Req() request: Request): Promise<Member> {
    return this.database.transact(async (work) => {
      const show = (): Promise<Member> => this.found(work);
      await this.versions.unchanged(work, request, { thing: amina, show, of: { iban } });
      await new Promise((resolve) => setTimeout(resolve, 50));
      await managerOf(work).query('update person set iban = $1', [body.iban]);
      return this.found(work);
    });
  }

  @Allow('finance')
  @MovesMoney()
  @AsSeen()
  @Post(':id/pay')
  @HttpCode(200)
  pay(@Req() request: Request): Promise<Answer> {
    return this.idempotency.once(request, async (work) => {
      const show = (): Promise<Member> => this.found(work);
      await this.versions.unchanged(work, request, { thing: amina, show, of: { iban, state } });
      await managerOf(work).query(`update person set state = 'paid'`);
      return { status: 200, body: await this.found(work) };
    });
  }

  private async found(work: Work): Promise<Member> {
    const [row] = await managerOf(work).query<[Member]>('select iban, street, state from person');
    return row;
  }
}

@Module({ controllers: [PeopleController] })
class PeopleModule {}

const password = 'a sentence to remember';
const address = '/api/v1/people/mem_019a0000000070008000000000000001';

describe('a decision about what somebody saw', () => {
  let fresh: FreshDatabase;
  let program: SpecProgram;
  const people: Record<string, Awaited<ReturnType<SpecProgram['signIn']>>> = {};
  beforeAll(async () => {
    fresh = await freshDatabase({ entities: doorsEntities, migrations: doorsMigrations });
    await query('create table person (iban text, street text, state text)');
    program = await openProgram(fresh.database, [PeopleModule]);
    const accounts = program.app.get(Accounts);
    for (const role of ['adviser', 'finance', 'worker'] as const) {
      const subject = role === 'worker' ? { subject: amina } : {};
      await accounts.create({ email: `${role}@demo.example`, password, roles: [role], language: 'en', ...subject });
      people[role] = await program.signIn(`${role}@demo.example`, password);
    }
  });
  beforeEach(() => query(`delete from person; insert into person values ('BE1', 'Rue Haute', 'due')`));
  afterAll(async () => {
    await program.app.close();
    await fresh.drop();
  });

  const query = <T>(sql: string): Promise<T> => managerOf(fresh.database.reading).query<T>(sql);
  const seen = async (who: string): Promise<string> => (await people[who]!.get(address).expect(200)).headers['etag']!;
  const change = (who: string, to: string, tag?: string) => {
    const request = people[who]!.put(`${address}/account`).set('accept-language', 'fr');
    return (tag === undefined ? request : request.set('If-Match', tag)).send({ iban: to });
  };

  it('stands when nothing that matters to it has changed', async () => {
    const tag = await seen('finance');
    await query(`update person set street = 'Rue Basse'`);
    expect((await change('finance', 'BE2', tag).expect(200)).body.iban).toBe('BE2');
  });

  it('is refused with what changed, who did it and when, in the reader’s language, and undoes nothing', async () => {
    const tag = await seen('finance');
    await change('adviser', 'BE2').expect(200);
    const answer = await change('finance', 'BE3', tag).expect(412);
    expect(answer.body).toMatchObject({
      type: '/problems/changed-meanwhile',
      detail: 'le compte',
      errors: [{ pointer: '#/iban', code: 'changed-meanwhile', detail: 'le compte' }],
      now: { iban: 'BE2' },
      by: 'adviser@demo.example',
      at: expect.stringMatching(/Z$/) as unknown,
    });
    expect(answer.headers['etag']).toBe(await seen('finance'));
    expect((await change('finance', 'BE3', answer.headers['etag']).expect(200)).body.iban).toBe('BE3');
  });

  it('does not tell a worker which colleague of the branch it was', async () => {
    const tag = await seen('worker');
    await change('adviser', 'BE2').expect(200);
    const { body } = await change('worker', 'BE3', tag).expect(412);
    expect([typeof body.at, body.by]).toEqual(['string', undefined]);
  });

  it('stands once when two decide on the same version at the same moment', async () => {
    const tag = await seen('finance');
    const answers = await Promise.all([change('finance', 'BE2', tag), change('adviser', 'BE3', tag)]);
    expect(answers.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, 412]);
  });

  it('is read anew as long as its version tells of some fields only', async () => {
    const read = (tag?: string) => {
      const request = people['adviser']!.get(`${address}/progress`);
      return tag === undefined ? request : request.set('If-None-Match', tag);
    };
    const tag = (await read()).headers['etag']!;
    await query(`update person set street = 'Rue Basse'`);
    expect((await read(tag).expect(200)).body.street).toBe('Rue Basse');
    expect((await read(tag)).headers['etag']).toBe(tag);
  });

  it('is compared with nothing when it names no version', async () => {
    await change('adviser', 'BE2').expect(200);
    await change('finance', 'BE3').expect(200);
    await change('finance', 'BE4', '*').expect(200);
  });

  it('is answered as before when it is sent again, although it changed the thing itself', async () => {
    const tag = await seen('finance');
    const pay = () => people['finance']!.post(`${address}/pay`).set('Idempotency-Key', 'k').set('If-Match', tag).send();
    await pay().expect(200);
    expect((await pay().expect(200)).headers['idempotent-replayed']).toBe('true');
  });
});
