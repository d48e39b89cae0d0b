import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type JSX, useState } from 'react';
import { askNode } from '../../api/node.js';
import { ApiProblem } from '../../api/problem.js';
import { Trouble } from '../../app/loaded.js';
import { useTexts } from '../../app/texts.js';
import { useCountries } from '../../parts/country.js';
import { SelectField, TextField } from '../../parts/field.js';

interface NewClientProps {
  readonly entity: string;
  readonly country: string;
  readonly onAdded: (client: string) => void;
}

const lines = ['name', 'email', 'street', 'postcode', 'town', 'vatNumber'] as const;
type Line = (typeof lines)[number];

/** How browsers call each line, so that a phone fills it in. */
const known: Readonly<Record<Line, string>> = {
  name: 'organization',
  email: 'email',
  street: 'street-address',
  postcode: 'postal-code',
  town: 'address-level2',
  vatNumber: 'off',
};

const pointers: Readonly<Partial<Record<Line, string>>> = {
  street: '#/address/street',
  postcode: '#/address/postcode',
  town: '#/address/town',
};

/** A client nobody has registered before: who is billed, where, and who confirms. */
export function NewClient({ entity, country: start, onAdded }: NewClientProps): JSX.Element {
  const { say, words } = useTexts();
  const [typed, setTyped] = useState<Readonly<Record<Line, string>>>({
    name: '',
    email: '',
    street: '',
    postcode: '',
    town: '',
    vatNumber: '',
  });
  const [chosen, setChosen] = useState('');
  const country = chosen || start;
  const queries = useQueryClient();
  const countries = useCountries();
  const add = useMutation({
    mutationFn: () => {
      const { name, email, street, postcode, town, vatNumber } = typed;
      const address = { street, postcode, town, country };
      const vat = vatNumber.trim() === '' ? {} : { vatNumber };
      return askNode('post', '/api/v1/clients', {
        body: { entity, name, email, country, address, language: words, ...vat },
      });
    },
    onSuccess: async ({ id }) => {
      await queries.refetchQueries({ queryKey: ['request'] });
      onAdded(id);
    },
  });
  const said = (line: Line | 'country'): string | undefined =>
    add.error instanceof ApiProblem
      ? add.error.fields.find(({ pointer }) => pointer === (pointers[line as Line] ?? `#/${line}`))?.detail
      : undefined;
  return (
    <fieldset className="inset">
      <legend>{say('own.request.newClient')}</legend>
      {lines.map((line) => (
        <TextField
          key={line}
          label={say(`own.request.${line}`)}
          type={line === 'email' ? 'email' : 'text'}
          autoComplete={known[line]}
          value={typed[line]}
          error={said(line)}
          onChange={({ target }) => setTyped({ ...typed, [line]: target.value })}
        />
      ))}
      <SelectField
        label={say('own.request.country')}
        value={country}
        choices={[['', say('own.request.choose')], ...countries]}
        onChoose={setChosen}
        error={said('country')}
      />
      {add.isError && said('country') === undefined && !lines.some(said) && <Trouble problem={add.error} />}
      <div>
        <button
          type="button"
          className="button quiet"
          aria-disabled={add.isPending}
          onClick={() => !add.isPending && add.mutate()}
        >
          {say('own.request.addClient')}
        </button>
      </div>
    </fieldset>
  );
}
