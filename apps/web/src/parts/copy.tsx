import { type JSX, useState } from 'react';
import { useTexts } from '../app/texts.js';

/** Takes a text along. A browser gives no way to that at a plain `http` address: there it is marked by hand. */
export function Copy({ of: text }: { readonly of: string }): JSX.Element | null {
  const { say } = useTexts();
  const [isCopied, setCopied] = useState(false);
  if (!('clipboard' in navigator)) return null;
  return (
    <button
      type="button"
      className="button quiet"
      onClick={() => void navigator.clipboard.writeText(text).then(() => setCopied(true))}
    >
      <span role="status">{say(isCopied ? 'web.copy.done' : 'web.copy.take')}</span>
    </button>
  );
}
