import { askFederation } from '../api/federation.js';
import type { SessionDoor } from '../app/session.js';

/** How one signs in to the federation. */
export const federationDoor: SessionDoor = {
  read: () => askFederation('get', '/api/v1/session', {}),
  provider: () => askFederation('get', '/api/v1/session/provider', {}),
  signIn: (body) => askFederation('post', '/api/v1/session', { body }),
  beginFactor: () => askFederation('post', '/api/v1/session/second-factor', {}),
  confirmFactor: (code) => askFederation('put', '/api/v1/session/second-factor', { body: { code } }),
  removeFactor: (code) => askFederation('post', '/api/v1/session/second-factor/remove', { body: { code } }),
  signOut: () => askFederation('delete', '/api/v1/session', {}),
};
