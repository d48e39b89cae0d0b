import { readFileSync } from 'node:fs';
import type { Child } from '../child.js';

/** What a program holds of the machine's memory; 0 where the system does not say. */
export const residentMb = (program: Child): number => megabytes(program, 'VmRSS');

/** The most that it has held since it was started. */
export const residentMbAtMost = (program: Child): number => megabytes(program, 'VmHWM');

function megabytes({ pid }: Child, name: string): number {
  try {
    const [, kb] = new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return Math.round(Number(kb ?? 0) / 1024);
  } catch {
    return 0;
  }
}
