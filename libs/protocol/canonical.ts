import { type Result, ok, refuse } from '@passerelle/values';
import { limits } from './limits.js';

/** What a message may be made of. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [name: string]: Json;
}

export type CanonicalFault =
  | 'negative-zero'
  | 'not-finite'
  | 'not-a-safe-integer'
  | 'number-not-allowed'
  | 'lone-surrogate'
  | 'not-nfc'
  | 'text-too-long'
  | 'too-deep'
  | 'not-json'
  | 'not-canonical';

/** Why a value has no canonical form, and where in it: `body.amount`. */
export interface CanonicalRefusal {
  readonly kind: CanonicalFault;
  readonly path: string;
}

export interface CanonicalRules {
  /** Levels of objects and lists, the outermost being the first. */
  readonly depth: number;
  /** Down to which level a number may stand: 0 forbids numbers, 1 allows them in the outermost object only. */
  readonly numbersToDepth: number;
}

/** Rules of a message: `v` is the only number of an envelope, and the body is one level below it. */
export const messageRules: CanonicalRules = { depth: limits.bodyDepth + 1, numbersToDepth: 1 };

/** Rules of a body on its own, as in the hash of an obligation's terms. */
export const bodyRules: CanonicalRules = { depth: limits.bodyDepth, numbersToDepth: 0 };

/** Rules of a signed document that is no message (receipt, roster, report): small whole numbers may stand anywhere. */
export const documentRules: CanonicalRules = { depth: limits.rosterDepth, numbersToDepth: limits.rosterDepth };

/**
 * The one text of a value after RFC 8785, for texts, safe integers, booleans, null, lists and objects. A member whose
 * value is `undefined` is left out, as JSON does.
 */
export function canonicalize(value: unknown, rules: CanonicalRules = messageRules): Result<string, CanonicalRefusal> {
  try {
    return ok(write(value, 0, '', rules));
  } catch (error) {
    if (error instanceof Fault) return refuse({ kind: error.kind, path: error.path });
    throw error;
  }
}

/**
 * Reads a text that must be its own canonical form. This refuses duplicate names, other orders, odd escapes, spaces,
 * -0 and numbers that a double cannot hold, because none of them is written back as it was read.
 */
export function parseCanonical(text: string, rules: CanonicalRules = messageRules): Result<Json, CanonicalRefusal> {
  let value: Json;
  try {
    value = JSON.parse(text) as Json;
  } catch {
    return refuse({ kind: 'not-json', path: '' });
  }
  const again = canonicalize(value, rules);
  if (!again.ok) return again;
  return again.value === text ? ok(value) : refuse({ kind: 'not-canonical', path: '' });
}

/** Carries a refusal out of the recursion; never leaves this file. */
class Fault extends Error {
  constructor(
    readonly kind: CanonicalFault,
    readonly path: string,
  ) {
    super(kind);
  }
}

function write(value: unknown, depth: number, path: string, rules: CanonicalRules): string {
  if (typeof value === 'string') return writeText(value, path);
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'number') return writeNumber(value, depth, path, rules);
  if (typeof value !== 'object') throw new Fault('not-json', path);
  if (depth >= rules.depth) throw new Fault('too-deep', path);
  if (Array.isArray(value))
    return `[${value.map((item, at) => write(item, depth + 1, `${path}[${at}]`, rules)).join(',')}]`;
  return writeObject(value as Record<string, unknown>, depth, path, rules);
}

function writeObject(value: Record<string, unknown>, depth: number, path: string, rules: CanonicalRules): string {
  const prototype: unknown = Object.getPrototypeOf(value);
  // A Date, a Map or a class would be written as something its owner did not mean.
  if (prototype !== Object.prototype && prototype !== null) throw new Fault('not-json', path);
  const members: string[] = [];
  // Array.prototype.sort without a comparator compares UTF-16 code units, which is the order of RFC 8785.
  for (const name of Object.keys(value).sort()) {
    if (value[name] === undefined) continue;
    const at = path === '' ? name : `${path}.${name}`;
    members.push(`${writeText(name, at)}:${write(value[name], depth + 1, at, rules)}`);
  }
  return `{${members.join(',')}}`;
}

function writeNumber(value: number, depth: number, path: string, rules: CanonicalRules): string {
  if (!Number.isFinite(value)) throw new Fault('not-finite', path);
  if (Object.is(value, -0)) throw new Fault('negative-zero', path);
  if (!Number.isSafeInteger(value)) throw new Fault('not-a-safe-integer', path);
  if (rules.numbersToDepth === 0 || depth > rules.numbersToDepth) throw new Fault('number-not-allowed', path);
  return String(value);
}

const plainAscii = /^[ -~]*$/;
/** Printable ASCII without the quotation mark and the backslash: stands in JSON as it is. */
const asItIs = /^[ !#-[\]-~]*$/;
const loneSurrogate = /\p{Surrogate}/u;

function writeText(text: string, path: string): string {
  if (text.length > limits.textCharacters) throw new Fault('text-too-long', path);
  if (asItIs.test(text)) return `"${text}"`;
  if (!plainAscii.test(text)) {
    if (loneSurrogate.test(text)) throw new Fault('lone-surrogate', path);
    if (text.normalize('NFC') !== text) throw new Fault('not-nfc', path);
  }
  // For well-formed text JSON.stringify escapes exactly what RFC 8785 (3.2.2.2) escapes, in the same way.
  return JSON.stringify(text);
}
