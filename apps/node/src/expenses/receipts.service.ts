import type { Clock, Ids, Work } from '@passerelle/doors';
import { type Result, ok, refuse } from '@passerelle/values';
import type { Cooperative } from '../cooperative/cooperative.service.js';
import { keptUntil } from '../cooperative/retention.js';
import { type FileRefusal, factsOfFile } from '../files/file.js';
import type { RefusedFiles } from '../files/refused-files.service.js';
import type { MemberId } from '../members/member.js';
import type { Members } from '../members/members.service.js';
import type { Receipt, ReceiptId } from './receipt.js';
import type { ReceiptsStore, UsedReceipt } from './receipts.store.js';

export type UploadRefusal = FileRefusal | { readonly kind: 'same-file'; readonly first: UsedReceipt };

/** Photos and PDFs of what was bought. */
export class Receipts {
  constructor(
    private readonly store: ReceiptsStore,
    private readonly refused: RefusedFiles,
    private readonly members: Members,
    private readonly cooperative: Cooperative,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /**
   * Keeps a file as it came. The same content again is refused with the first, whoever sent it. One that cannot be read
   * is kept apart for a person to look at, so `work` must be committed in that case too.
   */
  async upload(work: Work, memberId: MemberId, bytes: Buffer, by: string): Promise<Result<Receipt, UploadRefusal>> {
    const file = factsOfFile(bytes);
    const member = await this.members.member(work, memberId);
    if (!file.ok) {
      const whose = { entity: member.entity, member: memberId, door: 'receipt', by, bytes } as const;
      return refuse(await this.refused.keep(work, file.refusal, whose));
    }
    const entity = await this.cooperative.entity(work, member.entity);
    const today = this.cooperative.today(entity);
    const receipt: Receipt = {
      id: this.ids.newId() as ReceiptId,
      entity: member.entity,
      member: memberId,
      ...file.value,
      receivedAt: this.clock.now(),
      keepUntil: keptUntil(entity, 'books', today),
    };
    if (await this.store.add(work, receipt, bytes)) return ok(receipt);
    const first = await this.store.same(work, receipt.entity, receipt.hash);
    if (!first) throw new Error(`the first file with the content ${receipt.hash} is known`);
    return refuse({ kind: 'same-file', first });
  }

  find(work: Work, id: ReceiptId): Promise<UsedReceipt | null> {
    return this.store.find(work, id);
  }

  bytes(work: Work, id: ReceiptId): Promise<Buffer> {
    return this.store.bytes(work, id);
  }

  page(work: Work, page: Parameters<ReceiptsStore['page']>[1]): Promise<readonly UsedReceipt[]> {
    return this.store.page(work, page);
  }
}
