import { RandomIds, RealClock } from '@passerelle/doors';
import { country } from '@passerelle/values';
import { type FreshDatabase, freshDatabase } from '../../../doors/testing/database.js';
import { Cooperative } from './cooperative.service.js';
import { Cooperative1767225600300 } from './cooperative.migration.js';
import { CooperativeStore, LegalEntityRow, PolicyRow } from './cooperative.store.js';
import { EntityAccounts1767225600310 } from './entity-accounts.migration.js';
import type { EntityId } from './legal-entity.js';

describe('the bank accounts of an entity', () => {
  let fresh: FreshDatabase;
  let cooperative: Cooperative;
  let malmo: EntityId;
  beforeAll(async () => {
    const migrations = [Cooperative1767225600300, EntityAccounts1767225600310];
    fresh = await freshDatabase({ entities: [LegalEntityRow, PolicyRow], migrations });
    cooperative = new Cooperative(new CooperativeStore(), new RealClock(), new RandomIds());
    const { id } = await fresh.database.transact((work) =>
      cooperative.add(work, {
        name: 'Passerelle Malmö',
        country: country('SE'),
        currency: 'SEK',
        vatNumber: 'SE556012579001',
        iban: 'SE4550000000058398257466',
        bic: 'ESSESESS',
        address: { street: 'Bergsgatan 20', postcode: '214 22', town: 'Malmö', country: country('SE') },
      }),
    );
    malmo = id;
  });
  afterAll(() => fresh.drop());

  const euros = { currency: 'EUR' as const, iban: 'SE3550000000054910000003', bic: 'ESSESESS' };
  const add = (change: Partial<typeof euros> & { readonly entity?: EntityId }) =>
    fresh.database.transact((work) => cooperative.addAccount(work, { entity: malmo, ...euros, ...change }));

  it('are one in each currency, the first one in its own', async () => {
    expect(await add({})).toMatchObject({ ok: true });
    expect(await add({})).toMatchObject({ ok: true });
    const accounts = await cooperative.accounts(fresh.database.reading);
    expect(accounts.map(({ currency, iban }) => [currency, iban])).toEqual([
      ['SEK', 'SE4550000000058398257466'],
      ['EUR', euros.iban],
    ]);
  });

  it('are refused for a second one in a currency, for one that is taken, and for nobody', async () => {
    expect(await add({ iban: 'BE71096123456769' })).toMatchObject({ refusal: { kind: 'account-taken' } });
    expect(await add({ iban: 'SE4550000000058398257466', currency: 'EUR' })).toMatchObject({
      refusal: { kind: 'account-taken' },
    });
    const nobody = '019a0000-0000-7000-8000-000000000001' as EntityId;
    expect(await add({ entity: nobody })).toMatchObject({ refusal: { kind: 'no-such-entity' } });
  });

  it('stand on bank statements with their own currency', async () => {
    const holders = await cooperative.holders(fresh.database.reading);
    expect(holders.map(({ id, currency, isFirstAccount }) => [id === malmo, currency, isFirstAccount])).toEqual([
      [true, 'SEK', true],
      [true, 'EUR', false],
    ]);
  });
});
