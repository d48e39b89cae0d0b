import { type Result, ok, refuse } from '@passerelle/values';
import { type Message, type OpenRefusal, open } from '../envelope.js';
import type { Sealed } from '../fields.js';
import { type Keyring, canFollow, withRotation } from '../keyring.js';
import { readBody } from '../messages/reading.js';
import { rotationOf } from '../rotation.js';

export interface RunRefusal {
  /** The place of the first message that cannot be opened, counted from 0. */
  readonly at: number;
  readonly why: OpenRefusal;
}

/**
 * Opens messages of one direction in their order. One that announces a new key lets that key sign those after it, so
 * that a frame may hold both.
 */
export function openRun(sealed: readonly Sealed[], ring: Keyring): Result<readonly Message[], RunRefusal> {
  const messages: Message[] = [];
  let keys = ring;
  for (const [at, each] of sealed.entries()) {
    const opened = open(each, keys);
    if (!opened.ok) return refuse({ at, why: opened.refusal });
    messages.push(opened.value);
    keys = ringAfter(opened.value, keys);
  }
  return ok(messages);
}

/** The ring with which the messages after this one of the same direction are opened. */
export function ringAfter(message: Message, ring: Keyring): Keyring {
  if (message.content.type !== 'key.rotate') return ring;
  const rotated = ringRotated(message, ring);
  return rotated.ok ? rotated.value : ring;
}

export type RotationRefusal =
  | { readonly kind: 'malformed' }
  /** The announced key did not sign its announcement. */
  | { readonly kind: 'not-possessed'; readonly kid: string }
  /** The key or its name was used before, or the roster does not let it sign. */
  | { readonly kind: 'cannot-follow'; readonly kid: string };

/** What an announcement makes of its sender's keys, or why it changes nothing. */
export function ringRotated(message: Message, ring: Keyring): Result<Keyring, RotationRefusal> {
  const read = readBody(message);
  if (!read.ok || read.value.type !== 'key.rotate') return refuse({ kind: 'malformed' });
  const rotation = rotationOf(message, read.value.body);
  if (!rotation.ok) return rotation;
  if (!canFollow(ring, rotation.value)) return refuse({ kind: 'cannot-follow', kid: rotation.value.kid });
  return ok(withRotation(ring, message.content.from, rotation.value));
}
