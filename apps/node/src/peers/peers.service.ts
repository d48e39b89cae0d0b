import type { Work } from '@passerelle/doors';
import type { Calendar, Declaration, RosterContent } from '@passerelle/protocol';
import type { Bar } from './bar.js';
import type { PlainDate } from '@passerelle/values';
import type { NodeId } from './received.js';

/** The other nodes, as rooms see them: something to say to, something to sign with. */
export abstract class Peers {
  /** The name of this node. */
  abstract readonly me: NodeId;

  /** The members, keys and rules of the federation in force; null while this node works alone. */
  abstract readonly roster: RosterContent | null;

  /** The days of all cycles that any version of the roster names: what the newest has no room for keeps its days. */
  abstract readonly calendar: Calendar;

  /** The version of the roster that counts on a day: who votes must not change within a cycle. */
  abstract rosterOn(day: PlainDate): RosterContent;

  /** True for another member of the federation, in the roster in force. */
  abstract knows(node: NodeId): boolean;

  /** Why nothing new may begin with that node; null when nothing stands in the way. */
  abstract bar(work: Work, node: NodeId): Promise<Bar | null>;

  /**
   * Says a message once `work` is committed; it is delivered however long that takes. Throws when the body is not of its
   * type. `heard` is the last message of the peer that the decision rests on, where the room knows it.
   */
  abstract send(work: Work, peer: NodeId, type: string, body: object, heard?: bigint): Promise<void>;

  /** This node's signature over a hash, for documents that must stand alone, such as a mission agreement. */
  abstract sign(hash: string): string;

  /** True when the signature over the hash is that node's, by a key of the roster that was not revoked. */
  abstract verify(node: NodeId, hash: string, signature: string): boolean;

  /** This node's signature over a declaration: a statement, an approval, a vote. Store a vote before it is signed. */
  abstract declare(declaration: Declaration): string;

  /** True when the declaration is that node's, by a key of the roster. */
  abstract isDeclaredBy(node: NodeId, declaration: Declaration, signature: string): boolean;

  /** True also when that key was revoked since. */
  abstract wasDeclaredBy(node: NodeId, declaration: Declaration, signature: string): boolean;
}
