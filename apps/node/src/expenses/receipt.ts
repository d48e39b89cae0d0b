import type { PlainDate } from '@passerelle/values';
import type { EntityId } from '../cooperative/legal-entity.js';
import type { FileFacts } from '../files/file.js';
import type { MemberId } from '../members/member.js';

export type ReceiptId = string & { readonly __receipt: true };

/** A photo or a PDF of what was bought. The bytes are kept beside it. */
export interface Receipt extends FileFacts {
  readonly id: ReceiptId;
  readonly entity: EntityId;
  readonly member: MemberId;
  readonly receivedAt: Date;
  readonly keepUntil: PlainDate;
}
