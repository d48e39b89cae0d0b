import type { JSX } from 'react';
import { askNode } from '../api/node.js';
import { Trail } from '../trail/trail.js';

/** What was seen and done at this node. */
export const NodeTrail = (): JSX.Element => (
  <Trail ask={(query, signal) => askNode('get', '/api/v1/trail', { query, ...(signal && { signal }) })} />
);
