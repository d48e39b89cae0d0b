import type { HostRule } from '../rule.js';
import { austria } from './at.js';
import { belgium } from './be.js';
import { switzerland } from './ch.js';
import { germany } from './de.js';
import { spain } from './es.js';
import { france } from './fr.js';
import { unitedKingdom } from './gb.js';
import { hungary } from './hu.js';
import { italy } from './it.js';
import { netherlands } from './nl.js';
import { sweden } from './se.js';

/** Every host whose notice is known. A host that is not listed is a matter for a person. */
export const hostRules: readonly HostRule[] = [
  austria,
  belgium,
  france,
  germany,
  hungary,
  italy,
  netherlands,
  spain,
  sweden,
  switzerland,
  unitedKingdom,
];
