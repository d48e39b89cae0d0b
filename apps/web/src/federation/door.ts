import { askFederation } from '../api/federation.js';
import type { SessionDoor } from '../app/session.js';

/** How one signs in to the federation. */
export const federationDoor: SessionDoor = {
  read: () => askFederation('get', '/api/v1/session', {}),
  signIn: (body) => askFederation('post', '/api/v1/session', { body }),
  signOut: () => askFederation('delete', '/api/v1/session', {}),
};
