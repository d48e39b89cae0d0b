import type { JSX } from 'react';
import { Trouble } from './loaded.js';
import { PasskeyFault } from './passkey.js';
import { useTexts } from './texts.js';

/** What the browser or the program would not do with a passkey. */
export function PasskeyTrouble({ problem }: { readonly problem: unknown }): JSX.Element {
  const { say } = useTexts();
  if (!(problem instanceof PasskeyFault)) return <Trouble problem={problem} />;
  return (
    <div className="notice problem" role="alert">
      {say(`access.passkey.${problem.kind}`)}
    </div>
  );
}
