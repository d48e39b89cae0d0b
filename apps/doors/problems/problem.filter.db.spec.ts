import { once } from 'node:events';
import { type IncomingMessage, type Server, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { Body, Get, Module, Param, Post, Query } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { dated, day } from '@passerelle/values';
import { IsIn, IsInt, IsString, Max, MaxLength } from 'class-validator';
import { Public } from '../access/allow.js';
import { Accepts } from '../access/same-origin.guard.js';
import { IsDay } from '../bodies/day-rules.js';
import { IsMoney, type MoneyBody } from '../bodies/money-body.js';
import { PageQuery } from '../bodies/page.js';
import { PublicIdPipe } from '../bodies/public-id.pipe.js';
import { ApiController, doorsEntities, doorsMigrations } from '../index.js';
import { type FreshDatabase, freshDatabase } from '../testing/database.js';
import { openProgram, type SpecProgram } from '../testing/http.js';

class ConcertBody {
  @ApiProperty()
  @IsString()
  @MaxLength(20)
  title: string;

  @ApiProperty()
  @IsDay()
  day: string;

  @IsMoney()
  price: MoneyBody;

  @ApiProperty()
  @IsInt()
  @Max(3)
  sets: number;

  @ApiProperty()
  @IsIn(['club', 'street'])
  place: string;
}

@Public()
@ApiController('concerts')
class ConcertsController {
  @Post()
  register(@Body() { title, price }: ConcertBody): object {
    return { title, cents: price.toMoney().minor.toString() };
  }

  @Get()
  list(@Query() query: PageQuery): object {
    return { limit: query.limit, after: query.after() ?? null };
  }

  @Get('broken')
  broken(): never {
    throw new Error('select * from account where email = amina@demo.example');
  }

  @Get('full')
  full(): never {
    throw Object.assign(new Error('could not extend file "base/5/16422"'), { code: '53100' });
  }

  @Get('long-ago')
  longAgo(): number {
    return dated('policy.sets', ['2026-01-01', 7, 'founding assembly']).on(day('2025-12-31'));
  }

  @Post('scores')
  @Accepts('text/xml')
  read(@Body() score: Buffer): object {
    return { bytes: score.length };
  }

  @Get(':id')
  show(@Param('id', new PublicIdPipe('con')) id: string): object {
    return { id };
  }
}

const megabyte = Buffer.alloc(1_048_576, 'x');
const hundred = 100;

/** Megabytes to send, with what this process holds in buffers after each fifth, once the garbage is gone. */
function* megabytes(held: number[]): Generator<Buffer> {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  for (let sent = 0; sent < hundred; sent += 1) {
    if (sent % 20 === 0) {
      collect();
      held.push(process.memoryUsage().arrayBuffers);
    }
    yield megabyte;
  }
}

@Module({ controllers: [ConcertsController] })
class ConcertsModule {}

const concert = {
  title: 'Two sets',
  day: '2026-03-13',
  price: { amount: '1000.00', currency: 'EUR' },
  sets: 2,
  place: 'club',
};

interface Answered {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly body: Record<string, unknown>;
  readonly text: string;
}

/** What every problem has, whatever went wrong. */
function expectProblem(answer: Answered, status: number, slug: string): void {
  expect([answer.status, answer.body['type']]).toEqual([status, `/problems/${slug}`]);
  expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
  expect(answer.body).toMatchObject({ status, traceId: answer.headers['trace-id'] });
  expect(answer.body['title']).toEqual(expect.any(String));
  expect(answer.body['detail']).toEqual(expect.any(String));
  expect(answer.text).not.toMatch(/\.js:|\.ts:|node_modules|stack|select \*/);
}

describe('what goes wrong at the door', () => {
  let fresh: FreshDatabase;
  let program: SpecProgram;
  beforeAll(async () => {
    fresh = await freshDatabase({ entities: doorsEntities, migrations: doorsMigrations });
    program = await openProgram(fresh.database, [ConcertsModule], {
      http: { largeBodies: [{ path: '/api/v1/concerts/scores', types: ['text/xml'], limitMb: 2 }] },
    });
  });
  afterAll(async () => {
    await program.app.close();
    await fresh.drop();
  });

  const post = (body: string | object) => program.anybody.post('/api/v1/concerts').type('json').send(body);
  const errorsOf = async (body: object): Promise<unknown> => {
    const answer = await post(body);
    expectProblem(answer, 400, 'invalid-request');
    return (answer.body.errors as { pointer: string; code: string }[]).map(({ pointer, code }) => `${pointer} ${code}`);
  };

  it('takes a good request', async () => {
    const answer = await post(concert);
    expect(answer.body).toEqual({ title: 'Two sets', cents: '100000' });
  });

  it('says that JSON is broken', async () => {
    expectProblem(await post('{"title": '), 400, 'broken-body');
    expectProblem(await post('"a text"'), 400, 'broken-body');
  });

  it('says that a body is too large, and the limit', async () => {
    const answer = await post({ ...concert, title: 'x'.repeat(1_100_000) });
    expectProblem(answer, 413, 'body-too-large');
    expect(answer.body.limitBytes).toBe(1_048_576);
  });

  it('says that there is nothing at an address, under the API and elsewhere', async () => {
    expectProblem(await program.anybody.get('/api/v1/concert'), 404, 'no-such-route');
    expectProblem(await program.anybody.get('/nowhere?x=1'), 404, 'no-such-route');
    expect((await program.anybody.get('/nowhere?x=1')).body.instance).toBe('/nowhere');
  });

  it('names the methods an address does take', async () => {
    const answer = await program.anybody.delete('/api/v1/concerts');
    expectProblem(answer, 405, 'method-not-allowed');
    expect(answer.headers['allow']).toBe('GET, HEAD, POST');
    expectProblem(await program.anybody.post('/livez'), 405, 'method-not-allowed');
  });

  it('says that it does not read a kind of content', async () => {
    const form = await program.anybody.post('/api/v1/concerts').type('form').send('title=Two');
    expectProblem(form, 415, 'unsupported-media-type');
    expect(form.body.accepts).toEqual(['application/json']);
    const text = await program.anybody.post('/api/v1/concerts').type('text/plain').send(JSON.stringify(concert));
    expectProblem(text, 415, 'unsupported-media-type');
    const charset = await program.anybody
      .post('/api/v1/concerts')
      .set('Content-Type', 'application/json; charset=x')
      .send('{}');
    expectProblem(charset, 415, 'unsupported-media-type');
  });

  it('says that an address is malformed', async () => {
    expectProblem(await program.anybody.get('/api/v1/concerts/%E0%A4%A'), 400, 'malformed-address');
  });

  it('tells of something unforeseen only that it happened', async () => {
    const answer = await program.anybody.get('/api/v1/concerts/broken');
    expectProblem(answer, 500, 'internal-error');
    expect(answer.text).not.toContain('amina');
  });

  it('says that nothing can be kept where the disk of the database is full, and is ready only in part', async () => {
    expect((await program.anybody.get('/readyz')).body).toMatchObject({ status: 'ok' });
    const answer = await program.anybody.get('/api/v1/concerts/full');
    expectProblem(answer, 503, 'nothing-kept');
    expect([answer.headers['retry-after'], answer.text.includes('16422')]).toEqual(['60', false]);
    expect((await program.anybody.get('/readyz').expect(200)).body).toMatchObject({
      status: 'degraded',
      checks: { database: { status: 'ok' }, keeping: { status: 'failed', reason: 'nothing could be kept' } },
    });
  });

  it('names each field that breaks a rule, once, by its most basic fault', async () => {
    expect(await errorsOf({ ...concert, title: 7, sets: 9, place: 'moon', day: '2026-02-30' })).toEqual([
      '#/title not-text',
      '#/day not-a-day',
      '#/sets too-large',
      '#/place not-one-of',
    ]);
  });

  it('names missing fields, also when there is no body at all', async () => {
    const all = ['#/title required', '#/day required', '#/price required', '#/sets required', '#/place required'];
    expect(await errorsOf({})).toEqual(all);
    const answer = await program.anybody.post('/api/v1/concerts');
    expect((answer.body.errors as { pointer: string }[]).map(({ pointer }) => pointer)).toHaveLength(5);
  });

  it('refuses fields that nobody knows, also inside others', async () => {
    const price = { ...concert.price, 'a/b~c': 1 };
    expect(await errorsOf({ ...concert, prise: 1, price })).toEqual([
      '#/prise unknown-field',
      '#/price/a~1b~0c unknown-field',
    ]);
  });

  it('refuses a body that is no object', async () => {
    expect(await errorsOf([concert])).toEqual(['# not-object']);
  });

  it.each([
    [1000, 'amount-not-text'],
    ['-1.00', 'negative-amount'],
    ['1000.001', 'not-an-amount'],
    ['1,000.00', 'not-an-amount'],
    ['', 'not-an-amount'],
    ['1e3', 'not-an-amount'],
  ])('refuses %p as an amount', async (amount, code) => {
    expect(await errorsOf({ ...concert, price: { amount, currency: 'EUR' } })).toEqual([`#/price/amount ${code}`]);
  });

  it('refuses decimals that the currency does not have', async () => {
    expect(await errorsOf({ ...concert, price: { amount: '1.50', currency: 'ISK' } })).toEqual([
      '#/price/amount not-an-amount',
    ]);
    expect(await errorsOf({ ...concert, price: { amount: '1', currency: 'XYZ' } })).toEqual([
      '#/price/currency unknown-currency',
    ]);
    expect(await errorsOf({ ...concert, price: '1000.00' })).toEqual(['#/price not-object']);
  });

  it('fills the rule’s limit and choices in', async () => {
    const answer = await post({ ...concert, title: 'x'.repeat(21), sets: 9, place: 'moon' }).set(
      'Accept-Language',
      'sv',
    );
    const details = (answer.body.errors as { detail: string }[]).map(({ detail }) => detail);
    expect(details).toEqual([
      'Högst 20 är tillåtna.',
      'Det största möjliga värdet är 3.',
      'Välj något av: club, street.',
    ]);
  });

  it('speaks the reader’s language and keeps the codes', async () => {
    const answer = await post({ ...concert, sets: 9 }).set('Accept-Language', 'pl, fr-BE;q=0.8, en;q=0.3');
    expect(answer.headers['content-language']).toBe('fr');
    expect(answer.body.title).toBe('Certains champs sont à revoir');
    expect(answer.body.errors[0]).toMatchObject({ code: 'too-large', detail: 'La plus grande valeur possible est 3.' });
  });

  it('names what is wrong in the address by its name there', async () => {
    const answer = await program.anybody.get('/api/v1/concerts?limit=0&page=2');
    expectProblem(answer, 400, 'invalid-request');
    expect(answer.body.errors).toMatchObject([
      { pointer: '?page', code: 'unknown-field' },
      { pointer: '?limit', code: 'too-small' },
    ]);
    const cursor = await program.anybody.get('/api/v1/concerts?cursor=guessed');
    expect(cursor.body.errors).toMatchObject([{ pointer: '?cursor', code: 'unknown-cursor' }]);
    expect((await program.anybody.get('/api/v1/concerts?limit=200')).body).toEqual({ limit: 200, after: null });
  });

  it('refuses what no text can hold, before the room and the database see it', async () => {
    expect(await errorsOf({ ...concert, title: 'Two\0sets' })).toEqual(['#/title not-a-character']);
    expect(await errorsOf({ ...concert, title: '\ud83d' })).toEqual(['#/title not-a-character']);
    expect(await errorsOf({ ...concert, sets: [[[[[2]]]]] })).toEqual(['#/sets not-whole-number']);
    const deep = await post(`{"title": ${'['.repeat(200_000)}${']'.repeat(200_000)}}`);
    expectProblem(deep, 400, 'invalid-request');
    expectProblem(await program.anybody.get('/api/v1/concerts?cursor=%00'), 400, 'malformed-address');
  });

  it('names the figure and the day when nothing is known for it', async () => {
    const answer = await program.anybody.get('/api/v1/concerts/long-ago');
    expectProblem(answer, 422, 'no-value-on-day');
    expect(answer.body).toMatchObject({ what: 'policy.sets', on: '2025-12-31' });
  });

  it('finds nothing under an id that is not one', async () => {
    expectProblem(await program.anybody.get('/api/v1/concerts/mis_01980a3e7d8c7a30bd1e7f0a4c5d6e7f'), 404, 'not-found');
    const found = await program.anybody.get('/api/v1/concerts/con_01980a3e7d8c7a30bd1e7f0a4c5d6e7f');
    expect(found.body).toEqual({ id: '01980a3e-7d8c-7a30-bd1e-7f0a4c5d6e7f' });
  });

  it('reads a large file where one is expected, up to its own limit, and nowhere else', async () => {
    const send = (path: string, bytes: number) =>
      program.anybody.post(path).set('Content-Type', 'text/xml').send('x'.repeat(bytes));
    expect((await send('/api/v1/concerts/scores', 1_500_000)).body).toEqual({ bytes: 1_500_000 });
    expectProblem(await send('/api/v1/concerts/scores', 2_500_000), 413, 'body-too-large');
    expectProblem(await send('/api/v1/concerts', 10), 415, 'unsupported-media-type');
  });

  it.each([
    ['says so before', { 'content-length': String(hundred * megabyte.length) }],
    ['does not say so', {}],
  ])('refuses a hundred megabytes, and never holds them, when the sender %s', async (_, said) => {
    const server: Server = program.app.getHttpServer();
    if (!server.listening) await once(server.listen(0), 'listening');
    const { port } = server.address() as AddressInfo;
    const headers = { 'content-type': 'text/xml', ...said };
    const sending = request({ port, method: 'POST', path: '/api/v1/concerts/scores', headers });
    const held: number[] = [];
    const upload = pipeline(Readable.from(megabytes(held)), sending);
    const [answer] = (await once(sending, 'response')) as [IncomingMessage];
    const body = JSON.parse((await answer.toArray()).join('')) as object;
    await upload;
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([
      413,
      'application/problem+json; charset=utf-8',
    ]);
    expect(body).toMatchObject({ type: '/problems/body-too-large', limitBytes: 2 * megabyte.length });
    expect(Math.max(...held) - held[0]!).toBeLessThan((hundred / 2) * megabyte.length);
  });

  it('continues the caller’s trace', async () => {
    const traceparent = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01';
    const answer = await program.anybody.get('/nowhere').set('traceparent', traceparent);
    expect(answer.body.traceId).toBe('4bf92f3577b34da6a3ce929d0e0e4736');
    const zeros = await program.anybody.get('/nowhere').set('traceparent', `00-${'0'.repeat(32)}-00f067aa0ba902b7-01`);
    expect(zeros.body.traceId).toMatch(/^(?!0{32})[0-9a-f]{32}$/);
  });

  it('explains each type of problem on a page in the reader’s language', async () => {
    const page = await program.anybody.get('/problems/body-too-large').set('Accept-Language', 'nl');
    expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(page.text).toContain('<html lang="nl">');
    expect(page.text).toContain('Wat u stuurde is te groot');
    expectProblem(await program.anybody.get('/problems/unheard-of'), 404, 'no-such-route');
  });
});
