import { z } from 'zod';
import type { Envelope } from '../envelope.js';
import { extension } from '../fields.js';

/** The fields of a message's body, and room for those that a later version adds. */
export const body = <S extends z.ZodRawShape>(shape: S) => z.strictObject({ ...shape, ext: extension });

/** Why a well formed body does not fit the two nodes between which it travels. Undefined when it does. */
export type PartyCheck<B> = (body: B, envelope: Pick<Envelope, 'from' | 'to' | 'net'>) => PartyFault | undefined;
export type PartyFault = 'wrong-party';

/** One kind of message: its name, its version, what it says, what it must look like, and one valid example. */
export interface MessageType<T extends string = string, B = unknown> {
  readonly type: T;
  /** Raised when the meaning of a field changes; a new optional field lives in `ext` and raises nothing. */
  readonly version: number;
  readonly says: string;
  readonly schema: z.ZodType<B>;
  /** The parties of the example, so that `parties` can be tried on it. */
  readonly between: { readonly from: string; readonly to: string };
  readonly example: B;
  readonly parties?: PartyCheck<B>;
}

/** Keeps the name and the body of a message type together in one type. */
export const messageType = <const T extends string, B>(of: MessageType<T, B>): MessageType<T, B> => of;

/** True when the two names are the two ends of the channel, in any order. */
export const areTheEnds = (a: string, b: string, { from, to }: Pick<Envelope, 'from' | 'to'>): boolean =>
  (a === from && b === to) || (a === to && b === from);
