import type { JSX } from 'react';
import { askFederation } from '../api/federation.js';
import { Trail } from '../trail/trail.js';

/** What was seen and done at the federation's own program. */
export const FederationTrail = (): JSX.Element => (
  <Trail ask={(query, signal) => askFederation('get', '/api/v1/trail', { query, ...(signal && { signal }) })} />
);
