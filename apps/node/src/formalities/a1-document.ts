import type { PlainDate } from '@passerelle/values';
import type { EntityId } from '../cooperative/legal-entity.js';
import type { FileFacts, MediaType } from '../files/file.js';
import type { MemberId } from '../members/member.js';

/** What institutions send: a PDF, or paper that somebody took a picture of. */
export const a1MediaTypes = ['application/pdf', 'image/jpeg', 'image/png'] as const satisfies readonly [
  MediaType,
  ...MediaType[],
];

export type A1DocumentId = string & { readonly __a1Document: true };

/**
 * The letter of an institution about a worker's insurance abroad. It is hers: one certificate may cover several missions.
 * It stays in this node; the host is told its reference and its days.
 */
export interface A1Document extends FileFacts {
  readonly id: A1DocumentId;
  readonly entity: EntityId;
  readonly member: MemberId;
  readonly receivedAt: Date;
  /** The account that sent it in. */
  readonly receivedFrom: string;
  readonly keepUntil: PlainDate;
}
