import { Held, type Work, managerOf } from '@passerelle/doors';
import type { NodeId } from '../../peers/received.js';
import { type CapQuestion, type GrantedCap, type Partner, newPartner } from './partner.js';
import { PartnersStore } from './partners-store.js';

interface PartnerRow {
  readonly node: NodeId;
  readonly suspended: Partner['suspended'];
  readonly left_us: boolean;
  readonly left_them: boolean;
  readonly defaulted: string | null;
}

/** All that is kept: a federation has few members, and each debt of a transaction asks about them. */
interface Said {
  readonly partners: ReadonlyMap<NodeId, Partner>;
  readonly caps: ReadonlyMap<string, bigint>;
}

/** Read once in each transaction, in which decisions of settlement have their turn. */
const held = new Held<{ said: Promise<Said> | null }>(() => ({ said: null }));

/** Partners and caps in PostgreSQL. */
export class PostgresPartnersStore extends PartnersStore {
  async partner(work: Work, node: NodeId): Promise<Partner> {
    return (await said(work)).partners.get(node) ?? newPartner(node);
  }

  async save(work: Work, { node, suspended, left, defaulted }: Partner): Promise<void> {
    await managerOf(work).query(
      `insert into partner (node, suspended, left_us, left_them, defaulted) values ($1, $2, $3, $4, $5)
       on conflict (node) do update set suspended = $2, left_us = $3, left_them = $4, defaulted = $5`,
      [node, suspended && JSON.stringify(suspended), left.us, left.them, defaulted],
    );
    forget(work);
  }

  async granted(work: Work, of: CapQuestion): Promise<bigint | null> {
    return (await said(work)).caps.get(keyOf(of)) ?? null;
  }

  async grant(work: Work, { creditor, debtor, currency, max }: GrantedCap): Promise<void> {
    await managerOf(work).query(
      `insert into cap_granted (creditor, debtor, currency, max) values ($1, $2, $3, $4)
       on conflict (creditor, debtor, currency) do update set max = $4, at = now()`,
      [creditor, debtor, currency, max.toString()],
    );
    forget(work);
  }
}

function said(work: Work): Promise<Said> {
  const kept = held.of(work);
  if (!kept) return read(work);
  kept.said ??= read(work);
  return kept.said;
}

function forget(work: Work): void {
  const kept = held.of(work);
  if (kept) kept.said = null;
}

async function read(work: Work): Promise<Said> {
  const [row] = await managerOf(work).query<{ partners: PartnerRow[] | null; caps: CapRow[] | null }[]>(
    `select (select json_agg(partner) from partner) as partners,
            (select json_agg(json_build_object('creditor', creditor, 'debtor', debtor, 'currency', currency,
                                               'max', max::text)) from cap_granted) as caps`,
  );
  const partners = (row?.partners ?? []).map(partnerOf);
  return {
    partners: new Map(partners.map((each) => [each.node, each])),
    caps: new Map((row?.caps ?? []).map((cap) => [keyOf(cap), BigInt(cap.max)])),
  };
}

type CapRow = CapQuestion & { readonly max: string };

const partnerOf = ({ left_us: us, left_them: them, ...row }: PartnerRow): Partner => ({ ...row, left: { us, them } });

const keyOf = ({ creditor, debtor, currency }: CapQuestion): string => `${creditor} ${debtor} ${currency}`;
