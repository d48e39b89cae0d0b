import { useQueryClient } from '@tanstack/react-query';
import { type JSX, useState } from 'react';
import { askNode } from '../../api/node.js';
import { saidAt } from '../../api/problem.js';
import { Trouble } from '../../app/loaded.js';
import { useTexts } from '../../app/texts.js';
import { useCountries } from '../../parts/country.js';
import { FaultSummary } from '../../parts/fault-summary.js';
import { keep, kept } from '../../parts/kept.js';
import { SelectField, TextField } from '../../parts/field.js';
import { useDeed } from '../../parts/deed.js';

interface NewClientProps {
  /** Under this name the device keeps what is typed until the client is added. */
  readonly draft: string;
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

type Typed = Readonly<Record<Line, string>>;

const empty: Typed = { name: '', email: '', street: '', postcode: '', town: '', vatNumber: '' };

const trimmed = (typed: Typed): Typed => Object.fromEntries(lines.map((line) => [line, typed[line].trim()])) as Typed;

/** A client nobody has registered before: who is billed, where, and who confirms. */
export function NewClient({ draft, entity, country: start, onAdded }: NewClientProps): JSX.Element {
  const { say, words } = useTexts();
  const [typed, setTyped] = useState(() => kept<Typed>(draft) ?? empty);
  const [chosen, setChosen] = useState('');
  const country = chosen || start;
  const queries = useQueryClient();
  const countries = useCountries();
  const add = useDeed({
    mutationFn: () => {
      const { name, email, street, postcode, town, vatNumber } = trimmed(typed);
      const address = { street, postcode, town, country };
      const vat = vatNumber === '' ? {} : { vatNumber };
      return askNode('post', '/api/v1/clients', {
        body: { entity, name, email, country, address, language: words, ...vat },
      });
    },
    onSuccess: async ({ id }) => {
      await queries.refetchQueries({ queryKey: ['request'] });
      keep(draft, undefined);
      onAdded(id);
    },
  });
  const [tries, setTries] = useState(0);
  const isMissing = (line: Line | 'country'): boolean =>
    line !== 'vatNumber' && (line === 'country' ? country : typed[line]).trim() === '';
  const said = (line: Line | 'country'): string | undefined =>
    tries > 0 && isMissing(line) ? say('web.fault.missing') : saidAt(add.error, pointers[line as Line] ?? `#/${line}`);
  const tryIt = (): void => {
    if (add.isPending) return;
    setTries(tries + 1);
    add.reset();
    if (![...lines, 'country' as const].some(isMissing)) add.mutate();
  };
  return (
    <fieldset className="inset">
      <legend>{say('own.request.newClient')}</legend>
      <FaultSummary said={add.error ?? tries} />
      {lines.map((line) => (
        <TextField
          key={line}
          label={say(`own.request.${line}`)}
          hint={line === 'email' ? say('own.request.clientHint') : undefined}
          type={line === 'email' ? 'email' : 'text'}
          autoComplete={known[line]}
          value={typed[line]}
          error={said(line)}
          onChange={({ target }) => {
            const next = { ...typed, [line]: target.value };
            keep(draft, next);
            setTyped(next);
          }}
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
        <button type="button" className="button quiet" aria-disabled={add.isPending} onClick={tryIt}>
          {say('own.request.addClient')}
        </button>
      </div>
    </fieldset>
  );
}
