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
  signOut: () => askNode('delete', '/api/v1/session', {}),
};
