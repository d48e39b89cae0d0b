import { type Declaration, type Written, fileOf } from './declaration.js';

/** A field as we said it and as the authority has it by its own statement. */
export interface Compared {
  readonly name: string;
  readonly ours: string | null;
  readonly theirs: string;
  /** What the authority has more than we said, `0.00` where both are the same figure; null where they are no figures. */
  readonly delta: string | null;
  readonly isDifferent: boolean;
}

/** Every field of which the authority has stated what it has on record, beside ours. */
export function comparedIn(declaration: Declaration): readonly Compared[] {
  const stated = Object.assign(
    {},
    ...declaration.steps.map(({ step }) => (step.kind === 'stated' ? step.fields : {})),
  ) as Written;
  const shapes = new Map(declaration.form.fields.map(({ name, shape }) => [name, shape.kind]));
  return fileOf(declaration).fields.flatMap(({ name, value: ours }) => {
    const theirs = stated[name] ?? null;
    if (theirs === null) return [];
    const isFigure = ['amount', 'whole'].includes(shapes.get(name)!);
    const delta = isFigure ? lessOf(theirs, ours ?? '0') : null;
    return [{ name, ours, theirs, delta, isDifferent: delta === null ? theirs !== ours : /[1-9]/.test(delta) }];
  });
}

/** One decimal text less another, exactly; both are whole or have two decimals. */
function lessOf(one: string, other: string): string {
  const hasCents = one.includes('.');
  const difference = centsOf(one) - centsOf(other);
  const digits = String(difference < 0n ? -difference : difference).padStart(3, '0');
  const text = hasCents ? `${digits.slice(0, -2)}.${digits.slice(-2)}` : digits.slice(0, -2);
  return difference < 0n ? `-${text}` : text;
}

function centsOf(text: string): bigint {
  const [whole = '0', cents = ''] = text.split('.');
  return BigInt(`${whole}${cents.padEnd(2, '0')}`);
}
