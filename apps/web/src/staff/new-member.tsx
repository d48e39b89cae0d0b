import { useQuery } from '@tanstack/react-query';
import { type JSX, useState } from 'react';
import { useNavigate } from 'react-router';
import { type NodeBody, askNode } from '../api/node.js';
import { Loaded } from '../app/loaded.js';
import { Page } from '../app/page.js';
import { useTexts } from '../app/texts.js';
import { Act, someWord } from '../parts/act.js';
import { SelectField, TextField } from '../parts/field.js';

type Entity = NodeBody<'EntityBody'>;
type Language = NodeBody<'MemberBody'>['language'];

const languages = ['en', 'fr', 'nl', 'sv', 'de'] as const satisfies readonly Language[];

/** "Who joins us?" What the cooperative must know to employ her; what she does not say is assumed by the law until she does. */
export function NewMember(): JSX.Element {
  const { say } = useTexts();
  const entities = useQuery({
    queryKey: ['entities'],
    queryFn: ({ signal }) => askNode('get', '/api/v1/entities', { signal }),
  });
  return (
    <Page title={say('desk.join.title')} answer={say('desk.join.answer')}>
      <Loaded query={entities}>{({ items }) => <Form entities={items} />}</Loaded>
    </Page>
  );
}

const lines = ['name', 'email', 'role', 'iban'] as const;
type Line = (typeof lines)[number];

const kinds: Readonly<Record<Line, object>> = {
  name: { required: true, pattern: someWord, maxLength: 200 },
  email: { type: 'email', required: true, maxLength: 254 },
  role: { required: true, pattern: someWord, maxLength: 100 },
  iban: { required: true, pattern: someWord, maxLength: 42, spellCheck: false },
};

function Form({ entities }: { readonly entities: readonly Entity[] }): JSX.Element {
  const { say, words } = useTexts();
  const navigate = useNavigate();
  const [entity, setEntity] = useState(entities[0]?.id ?? '');
  const [language, setLanguage] = useState<Language>(words);
  const [status, setStatus] = useState('');
  const [typed, setTyped] = useState<Readonly<Record<Line, string>>>({
    name: '',
    email: '',
    role: '',
    iban: '',
  });
  const statuses = useStatuses(entities.find(({ id }) => id === entity)?.country);
  const [invite, setInvite] = useState(true);
  const body = {
    entity,
    language,
    name: typed.name.trim(),
    email: typed.email.trim(),
    role: typed.role.trim(),
    iban: typed.iban.replaceAll(/\s/g, '').toUpperCase(),
    facts: status === '' ? {} : { status },
    invite,
  };
  return (
    <section className="card">
      <Act
        isMain
        name={say('desk.join.add')}
        of={JSON.stringify(body)}
        act={async () => {
          const { id } = await askNode('post', '/api/v1/members', { body });
          void navigate(`/staff/people/${id}`);
        }}
      >
        {(said) => (
          <>
            {entities.length > 1 && (
              <SelectField
                label={say('desk.join.entity')}
                value={entity}
                choices={entities.map(({ id, name }) => [id, name] as const)}
                onChoose={setEntity}
                error={said('#/entity')}
              />
            )}
            {lines.map((line) => (
              <TextField
                key={line}
                label={say(`desk.join.${line}`)}
                hint={line === 'role' ? say('desk.join.roleHint') : undefined}
                autoComplete="off"
                {...kinds[line]}
                value={typed[line]}
                error={said(`#/${line}`)}
                onChange={({ target }) => setTyped({ ...typed, [line]: target.value })}
              />
            ))}
            <SelectField
              label={say('desk.join.language')}
              value={language}
              choices={languages.map((one) => [one, say(`language.${one}`)] as const)}
              onChoose={(chosen) => setLanguage(chosen as Language)}
            />
            {statuses.length > 0 && (
              <SelectField
                label={say('desk.join.status')}
                hint={say('desk.join.statusHint')}
                value={status}
                choices={[['', say('desk.join.unsaid')], ...statuses]}
                onChoose={setStatus}
                error={said('#/facts/status')}
              />
            )}
            <div className="choices">
              <label>
                <input type="checkbox" checked={invite} onChange={({ target }) => setInvite(target.checked)} />
                {say('desk.join.invite')}
              </label>
            </div>
          </>
        )}
      </Act>
    </section>
  );
}

/** As what the law of the country knows people who work, each in the reader's words. */
function useStatuses(country: string | undefined): readonly (readonly [value: string, text: string])[] {
  const { words } = useTexts();
  const countries = useQuery({
    queryKey: ['employing-countries'],
    queryFn: ({ signal }) => askNode('get', '/api/v1/employing-countries', { signal }),
  });
  const found = countries.data?.items.find((each) => each.country === country);
  return (found?.statuses ?? []).map(({ value, words: named }) => [value, named[words] ?? value]);
}
