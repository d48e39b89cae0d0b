import type { Clock, Ids, Work } from '@passerelle/doors';
import { type Result, ok, refuse } from '@passerelle/values';
import type { Cooperative } from '../cooperative/cooperative.service.js';
import { keptUntil } from '../cooperative/retention.js';
import { type FileRefusal, factsOfFile } from '../files/file.js';
import type { RefusedFiles } from '../files/refused-files.service.js';
import type { MissionId } from '../missions/mission.js';
import type { Missions } from '../missions/missions.service.js';
import { type A1Document, type A1DocumentId, a1MediaTypes } from './a1-document.js';
import type { A1DocumentsStore } from './a1-documents.store.js';

export type DocumentRefusal =
  | FileRefusal
  | { readonly kind: 'no-such-mission' }
  | { readonly kind: 'only-the-home' }
  | { readonly kind: 'letter-of-another' };

/** Letters of institutions about the certificates of workers who are employed here. */
export class A1Documents {
  constructor(
    private readonly store: A1DocumentsStore,
    private readonly refused: RefusedFiles,
    private readonly missions: Missions,
    private readonly cooperative: Cooperative,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /**
   * Keeps a letter as it came. One that is known for the same worker is recognised; nobody else's is taken. One that
   * cannot be read is kept apart for a person to look at, so `work` must be committed in that case too.
   */
  async keep(work: Work, about: MissionId, bytes: Buffer, by: string): Promise<Result<A1Document, DocumentRefusal>> {
    const mission = await this.missions.find(work, about);
    if (!mission) return refuse({ kind: 'no-such-mission' });
    const { entity, member } = mission;
    if (member === null) return refuse({ kind: 'only-the-home' });
    const file = factsOfFile(bytes, a1MediaTypes);
    if (!file.ok) {
      const whose = { entity, member, door: 'a1-document', by, bytes } as const;
      return refuse(await this.refused.keep(work, file.refusal, whose));
    }
    const employer = await this.cooperative.entity(work, entity);
    const today = this.cooperative.today(employer);
    const kept = { receivedAt: this.clock.now(), receivedFrom: by, keepUntil: keptUntil(employer, 'insurance', today) };
    const id = this.ids.newId() as A1DocumentId;
    await this.store.add(work, { ...file.value, id, entity, member, ...kept }, bytes);
    const document = await this.store.same(work, entity, file.value.hash);
    if (!document) throw new Error(`the letter ${file.value.hash} is kept`);
    return document.member === member ? ok(document) : refuse({ kind: 'letter-of-another' });
  }

  find(work: Work, id: A1DocumentId): Promise<A1Document | null> {
    return this.store.find(work, id);
  }

  /** Whether that letter is about the mission's worker. */
  async isAbout(work: Work, about: MissionId, id: A1DocumentId): Promise<boolean> {
    const [mission, document] = [await this.missions.find(work, about), await this.store.find(work, id)];
    return document !== null && document.member === mission?.member;
  }

  page(work: Work, page: Parameters<A1DocumentsStore['page']>[1]): Promise<readonly A1Document[]> {
    return this.store.page(work, page);
  }

  bytes(work: Work, id: A1DocumentId): Promise<Buffer> {
    return this.store.bytes(work, id);
  }
}
