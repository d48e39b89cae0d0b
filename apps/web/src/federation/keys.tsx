import type { JSX } from 'react';
import { askFederation } from '../api/federation.js';
import { Keys, type KeysDoor } from '../keys/keys.js';

const door: KeysDoor = {
  list: (signal) => askFederation('get', '/api/v1/api-keys', { signal }),
  make: (body) => askFederation('post', '/api/v1/api-keys', { body }),
  revoke: (name) => askFederation('delete', '/api/v1/api-keys/{name}', { path: { name } }),
};

/** The programs that come in to the federation’s own program. */
export const FederationKeys = (): JSX.Element => <Keys door={door} />;
