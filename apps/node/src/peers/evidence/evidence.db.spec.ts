import {
  type BodyOf,
  type Declaration,
  type Evidence,
  sealedDeclaration,
  shareEvidence,
  signDeclaration,
} from '@passerelle/protocol';
import { managerOf, type Work } from '@passerelle/doors';
import { type FreshDatabase, freshDatabase } from '../../../../doors/testing/database.js';
import { Evidence1767225600470 } from './evidence.migration.js';
import { Proofs } from './evidence.service.js';
import { EvidenceStore } from './evidence.store.js';
import { MessageTraces1767225604120 } from '../channel/message-traces.migration.js';
import { Peers1767225600450 } from '../peers.migration.js';
import { PeersStore } from '../peers.store.js';
import { be, fr, roster } from '../testing/federation.js';

const declared = (declaration: Declaration, key = fr) =>
  sealedDeclaration(declaration, roster.net, signDeclaration(declaration, roster.net, key));
const lock = (result: string, key = fr) => declared({ what: 'cycle.lock', cycle: '2026-04', round: '0', result }, key);

/** Paris votes twice in one round. */
const twoVotes: Evidence = { kind: 'two-votes', a: lock('a'), b: lock('b') };

describe('a proof against a member', () => {
  let fresh: FreshDatabase;
  let said: { to: string; body: BodyOf<'evidence'> }[];
  let proofs: Proofs;
  const store = new EvidenceStore();
  beforeEach(async () => {
    fresh = await freshDatabase({
      entities: [],
      migrations: [Peers1767225600450, Evidence1767225600470, MessageTraces1767225604120],
    });
    said = [];
    const send = async (_work: unknown, to: string, _type: string, body: object) =>
      void said.push({ to, body: body as BodyOf<'evidence'> });
    proofs = new Proofs(store, { me: 'be', roster, send } as never);
  });
  afterEach(() => fresh.drop());

  const transact = <T>(use: (work: Work) => Promise<T>): Promise<T> => fresh.database.transact(use);
  const known = () => proofs.known(fresh.database.reading, 10);
  const hear = (from: string, body: BodyOf<'evidence'>) =>
    transact((work) => proofs.heard({ work, from, seq: 1n, ack: 0n, hash: body.evidence }, body));

  it('that a channel found is shown to all others but the accused, once', async () => {
    await transact((work) => new PeersStore().addEvidence(work, 'fr', twoVotes));
    await transact((work) => proofs.shareFound(work));
    await transact((work) => proofs.shareFound(work));
    expect([...new Set(said.map(({ to }) => to))]).toEqual(['se']);
    expect(await known()).toMatchObject([{ by: 'be', against: 'fr', kind: 'two-votes', verdict: 'proved' }]);
  });

  it('that another member shows is checked here, part by part, in any order', async () => {
    const parts = shareEvidence(twoVotes);
    for (const part of [...parts].reverse()) expect(await hear('se', part)).toEqual({ verdict: 'applied' });
    expect(await known()).toMatchObject([{ by: 'se', against: 'fr', verdict: 'proved', proof: twoVotes }]);
    expect(await store.countParts(fresh.database.reading, 'se')).toBe(0);
  });

  it('is no proof when its texts do not contradict each other, or are another’s', async () => {
    for (const evidence of [
      { ...twoVotes, b: twoVotes.a },
      { ...twoVotes, b: lock('b', be) },
    ])
      for (const part of shareEvidence(evidence))
        expect(await hear('se', part)).toMatchObject({ verdict: 'refused', code: 'proves-nothing' });
    expect(await known()).toEqual([]);
    await transact((work) => proofs.share(work, { ...twoVotes, b: twoVotes.a }));
    expect(said).toEqual([]);
  });

  it('is refused when its parts are too many, are not of one proof, or are left unfinished without end', async () => {
    const [part] = shareEvidence(twoVotes);
    expect(await hear('se', { ...part!, part: '1', parts: '13' })).toMatchObject({ code: 'too-many' });
    expect(await hear('se', { ...part!, part: '3', parts: '2' })).toMatchObject({ code: 'too-many' });
    expect(await hear('se', { ...part!, chunks: ['AAAA'] })).toMatchObject({ code: 'not-evidence' });
    await managerOf(fresh.database.reading).query(
      `insert into evidence_part select 'se', 'hash' || n, 1, 2, '[]' from generate_series(1, 100) n`,
    );
    expect(await hear('se', { ...part!, part: '1', parts: '2' })).toMatchObject({ code: 'too-many' });
  });
});
