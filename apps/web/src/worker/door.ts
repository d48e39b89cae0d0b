import { askNode } from '../api/node.js';
import type { SessionDoor } from '../app/session.js';

/** How one signs in to a node. */
export const nodeDoor: SessionDoor = {
  read: () => askNode('get', '/api/v1/session', {}),
  provider: () => askNode('get', '/api/v1/session/provider', {}),
  signIn: (body) => askNode('post', '/api/v1/session', { body }),
  beginFactor: () => askNode('post', '/api/v1/session/second-factor', {}),
  confirmFactor: (code) => askNode('put', '/api/v1/session/second-factor', { body: { code } }),
  removeFactor: (code) => askNode('post', '/api/v1/session/second-factor/remove', { body: { code } }),
  factors: () => askNode('get', '/api/v1/session/second-factor', {}),
  beginPasskey: async (password) =>
    (await askNode('post', '/api/v1/session/passkeys/begin', { body: { password } })).question,
  addPasskey: (body) => askNode('post', '/api/v1/session/passkeys', { body }),
  removePasskey: (id, password) =>
    askNode('post', '/api/v1/session/passkeys/{id}/remove', { path: { id }, body: { password } }),
  askPasskey: async () => (await askNode('post', '/api/v1/session/passkey/begin', {})).question,
  enter: (body) => askNode('post', '/api/v1/session/passkey', { body }),
  changePassword: (body) => askNode('put', '/api/v1/session/password', { body }),
  passwordLinks: {
    ask: (email) => askNode('post', '/api/v1/password-links', { body: { email } }),
    open: (token) => askNode('post', '/api/v1/password-links/open', { body: { token } }),
    use: (body) => askNode('post', '/api/v1/password-links/use', { body }),
  },
  signOut: () => askNode('delete', '/api/v1/session', {}),
};
