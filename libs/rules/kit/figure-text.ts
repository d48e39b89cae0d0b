import { Money, Rate } from '@passerelle/values';
import { PerUnit } from './allowances.js';

const longest = 600;

/** A figure of law as a text for people, in machine format: `13.07 %`, `2189.81 EUR`. A long table is cut and ends in …. */
export function figureText(value: unknown): string {
  const text = textOf(value);
  return text.length <= longest ? text : `${text.slice(0, longest)}…`;
}

function textOf(value: unknown): string {
  if (value instanceof Money || value instanceof PerUnit) return value.toString();
  if (value instanceof Rate) return `${value.toPercent()} %`;
  if (Array.isArray(value)) return `[${value.map(textOf).join(', ')}]`;
  if (typeof value === 'object' && value !== null)
    return `{ ${Object.entries(value)
      .map(([name, part]) => `${name}: ${textOf(part)}`)
      .join(', ')} }`;
  return String(value);
}
