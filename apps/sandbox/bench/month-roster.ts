import { type Database, type Ids, managerOf } from '@passerelle/doors';
import { type Country, countries } from '@passerelle/rules';
import { Money, day, percent } from '@passerelle/values';
import type { EntityId } from '../../node/src/cooperative/legal-entity.js';
import type { MemberId } from '../../node/src/members/member.js';
import type { MissionId, MissionTerms } from '../../node/src/missions/mission.js';
import { termsDocument } from '../../node/src/missions/terms.js';

/** Somebody who is paid in the month that is measured. */
export interface Worker {
  readonly number: number;
  readonly country: Country;
  readonly entity: EntityId;
  readonly member: MemberId;
  readonly mission: MissionId;
}

/** One cooperative in each country, its members in equal parts, and for each a finished mission for one client. */
export async function enrol(database: Database, ids: Ids, count: number): Promise<readonly Worker[]> {
  const entities = countries.map((country) => ({ country, entity: ids.newId() as EntityId, client: ids.newId() }));
  const workers = Array.from({ length: count }, (_, index) => ({
    number: index + 1,
    ...entities[index % entities.length]!,
    member: ids.newId() as MemberId,
    mission: ids.newId() as MissionId,
  }));
  await database.transact(async (work) => {
    const add = (sql: string, columns: readonly (readonly unknown[])[]) => managerOf(work).query(sql, [...columns]);
    await add(cooperatives, [
      entities.map(({ entity }) => entity),
      entities.map(({ client }) => client),
      entities.map(({ country }) => country.code),
      entities.map(({ country }) => country.currency),
    ]);
    await add(membersAndMissions, [
      workers.map(({ member }) => member),
      workers.map(({ mission }) => mission),
      workers.map(({ entity }) => entity),
      workers.map(({ client }) => client),
      workers.map((worker) => JSON.stringify(termsDocument(termsOf(worker)))),
    ]);
  });
  return workers;
}

/** What she and her client have agreed, at home. */
function termsOf({ number, country: { code, currency }, mission }: Worker): MissionTerms {
  const town = 'Home';
  const address = { street: 'Quay 1', postcode: '1000', town, country: code };
  const client = { name: 'Theatre', country: code, vatNumber: null, email: 'theatre@demo.example', address };
  return {
    mission,
    reference: `bench-${number}`,
    version: 1,
    home: 'be',
    host: 'be',
    worker: { name: `Worker ${number}`, role: 'worker' },
    client: { ...client, language: 'en' },
    work: 'Stage work',
    kind: 'general_service',
    directedBy: 'home',
    place: { country: code, town },
    first: day('2026-03-01'),
    last: day('2026-03-31'),
    days: 22,
    price: new Money(400_000n, currency),
    hostShare: percent('0'),
    defaultBearer: 'home',
    dueDays: 30,
  };
}

const cooperatives = `
  with given as (select * from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[]) as g (entity, client, country, currency)),
    founded as (
      insert into legal_entity (id, name, country, currency, vat_number, iban, bic, street, postcode, town, address_country)
      select entity, 'Cooperative ' || country, country, currency, country || 1, country || 2, '', '', '', '', country
      from given returning id)
  insert into client (id, entity, name, country, email, street, postcode, town, address_country, language)
  select client, entity, 'Theatre', country, 'theatre@demo.example', '', '', '', country, 'en'
  from given join founded on founded.id = given.entity`;

const membersAndMissions = `
  with given as (
      select * from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[], $5::jsonb[]) with ordinality
        as g (member, mission, entity, client, terms, number)),
    joined as (
      insert into member (id, entity, name, email, language, role, iban, facts)
      select member, entity, 'Worker ' || number, 'worker' || number || '@demo.example', 'en', 'worker', '', '{}'
      from given returning id)
  insert into mission (id, reference, role, entity, member, client, state, terms, terms_hash, registered_at)
  select mission, 'bench-' || number, 'both', entity, member, client, 'completed', terms, '', now()
  from given join joined on joined.id = given.member`;
