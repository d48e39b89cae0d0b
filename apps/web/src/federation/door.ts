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
  factors: () => askFederation('get', '/api/v1/session/second-factor', {}),
  beginPasskey: async (password) =>
    (await askFederation('post', '/api/v1/session/passkeys/begin', { body: { password } })).question,
  addPasskey: (body) => askFederation('post', '/api/v1/session/passkeys', { body }),
  removePasskey: (id, password) =>
    askFederation('post', '/api/v1/session/passkeys/{id}/remove', { path: { id }, body: { password } }),
  askPasskey: async () => (await askFederation('post', '/api/v1/session/passkey/begin', {})).question,
  enter: (body) => askFederation('post', '/api/v1/session/passkey', { body }),
  changePassword: (body) => askFederation('put', '/api/v1/session/password', { body }),
  signOut: () => askFederation('delete', '/api/v1/session', {}),
};
