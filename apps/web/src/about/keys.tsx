import type { JSX } from 'react';
import { askNode } from '../api/node.js';
import { Keys, type KeysDoor } from '../keys/keys.js';

const door: KeysDoor = {
  list: (signal) => askNode('get', '/api/v1/api-keys', { signal }),
  make: (body) => askNode('post', '/api/v1/api-keys', { body }),
  revoke: (name) => askNode('delete', '/api/v1/api-keys/{name}', { path: { name } }),
};

/** The programs that come in to this node. */
export const NodeKeys = (): JSX.Element => <Keys door={door} />;
