import { Controller, type INestMicroservice, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Ctx, MessagePattern, Payload } from '@nestjs/microservices';
import type { JsonObject } from '@passerelle/protocol';
import type { Dispatch } from './channel.service.js';
import type { Exchange } from './exchange.service.js';
import { HandlerFailures } from '../stuck/handler-failures.js';
import { MailboxStrategy, comingPrefix, oursPrefix } from './mailbox.strategy.js';
import { type Received, type Verdict, applied, refused } from '../received.js';

const heard: string[] = [];

@Controller()
class WeatherMessages {
  @MessagePattern('rain')
  rain(@Payload() { where }: JsonObject, @Ctx() { from }: Received): Promise<Verdict> {
    heard.push(`${from} says rain in ${where as string}`);
    return Promise.resolve(applied);
  }

  @MessagePattern('snow')
  snow(): Verdict {
    return refused('too-warm', 'It is May.');
  }

  @MessagePattern('storm')
  storm(): Promise<Verdict> {
    return Promise.reject(new Error('the roof is gone'));
  }

  @MessagePattern(`${comingPrefix}mission`)
  coming(@Payload() ids: readonly string[]): void {
    heard.push(`soon about ${ids.join(' and ')}`);
  }

  @MessagePattern(`${oursPrefix}rain`)
  ourRain(@Payload() { where }: JsonObject): void {
    heard.push(`we said rain in ${where as string}`);
  }
}

@Module({ controllers: [WeatherMessages] })
class WeatherModule {}

/** Keeps what the strategy hands over, in the place of the exchange with other nodes. */
class Listening {
  dispatch!: Dispatch;
  start(dispatch: Dispatch): void {
    this.dispatch = dispatch;
  }
  async stop(): Promise<void> {}
}

describe('messages of other nodes', () => {
  const exchange = new Listening();
  let service: INestMicroservice;
  const received = { work: undefined as never, from: 'fr', seq: 1n, ack: 0n, hash: 'h' };
  const returned = { ...received, to: 'fr' };
  const say = (type: string) => exchange.dispatch.theirs(type, { where: 'Lyon' }, received);

  beforeAll(async () => {
    const strategy = new MailboxStrategy(exchange as unknown as Exchange);
    service = await NestFactory.createMicroservice(WeatherModule, { strategy, logger: false });
    service.useGlobalFilters(new HandlerFailures());
    await service.listen();
  });
  afterAll(() => service.close());

  it('reach the handler of their type, whose verdict comes back', async () => {
    expect(await say('rain')).toEqual(applied);
    expect(heard).toEqual(['fr says rain in Lyon']);
    expect(await say('snow')).toEqual(refused('too-warm', 'It is May.'));
  });

  it('fail with what the handler threw, so that people can read it', async () => {
    await expect(say('storm')).rejects.toThrow('the roof is gone');
  });

  it('are refused politely when no room knows them', async () => {
    expect(await say('hail')).toMatchObject({ verdict: 'refused', code: 'unsupported' });
  });

  it('are announced to the room of what they are about, which can then read it together', async () => {
    const bodies: JsonObject[] = [{ mission: 'a concert' }, { cycle: '2026-04' }, { mission: 'a play' }];
    await exchange.dispatch.coming(received.work, bodies);
    expect(heard.at(-1)).toBe('soon about a concert and a play');
  });

  it('that we once said ourselves reach the room that wants to hear them again, and no other', async () => {
    await exchange.dispatch.ours('rain', { where: 'Namur' }, returned);
    await exchange.dispatch.ours('snow', { where: 'Namur' }, returned);
    expect(heard.at(-1)).toBe('we said rain in Namur');
  });
});
