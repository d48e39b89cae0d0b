import type { JSX } from 'react';

interface ContactProps {
  readonly words: string;
  readonly address: string;
}

/** Where the cooperative reads letters. */
export const Contact = ({ words, address }: ContactProps): JSX.Element => (
  <p>
    {words} <a href={`mailto:${address}`}>{address}</a>.
  </p>
);
