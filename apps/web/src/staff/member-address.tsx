import { type JSX, useState } from 'react';
import { askNode } from '../api/node.js';
import { useTexts } from '../app/texts.js';
import { Act } from '../parts/act.js';
import { TextField } from '../parts/field.js';

interface MemberAddressProps {
  readonly member: string;
  readonly email: string;
}

/** Her address was mistyped, or she has another one now. */
export function MemberAddress({ member: id, email }: MemberAddressProps): JSX.Element {
  const { say } = useTexts();
  const [typed, setTyped] = useState(email);
  return (
    <details data-testid="member-address">
      <summary>{say('desk.people.changeEmail')}</summary>
      <Act
        name={say('desk.people.keepEmail')}
        effect={say('desk.people.emailEffect')}
        on={`/api/v1/members/${id}`}
        of={typed}
        now={({ email: theirs }) => theirs as string}
        act={(_once, _text, seen) =>
          askNode('put', '/api/v1/members/{id}/email', { path: { id }, seen, body: { email: typed.trim() } })
        }
      >
        {(said) => (
          <div className="narrow">
            <TextField
              label={say('web.signIn.email')}
              hint={say('desk.people.emailHint')}
              type="email"
              autoComplete="off"
              required
              maxLength={254}
              value={typed}
              error={said('#/email')}
              onChange={({ target }) => setTyped(target.value)}
            />
          </div>
        )}
      </Act>
    </details>
  );
}
