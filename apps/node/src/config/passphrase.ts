import type { Form } from '@passerelle/doors';

/** What only few people know and nobody guesses. */
export const passphrase: Form<string> = {
  expected: '20 characters or more',
  example: 'what openssl rand -base64 32 prints',
  read: (written) => (written.length >= 20 ? written : undefined),
};
