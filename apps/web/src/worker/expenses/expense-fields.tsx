import type { CurrencyCode } from '@passerelle/values';
import { type JSX, useState } from 'react';
import { ApiProblem } from '../../api/problem.js';
import { useTexts } from '../../app/texts.js';
import { useCountries } from '../../parts/country.js';
import { Named } from '../../parts/faults.js';
import { RadioField, SelectField, TextField } from '../../parts/field.js';
import type { Activity } from '../budget/budgets.js';
import { Photo } from './photo.js';
import { Lines } from './lines.js';
import { Receipts } from './receipts.js';
import type { SavedDraft } from './saved-draft.js';
import { type ExpenseField, type Kind, type Typed, faultsOf, isJourney, kinds } from './typed.js';

interface ExpenseFieldsProps {
  readonly draft: SavedDraft;
  readonly activities: readonly Activity[];
  readonly currency: CurrencyCode;
  /** Sending was tried: every fault is said. */
  readonly isTried: boolean;
  readonly problem: unknown;
}

/** The receipt first, then what it says. */
export function ExpenseFields({ draft, activities, currency, isTried, problem }: ExpenseFieldsProps): JSX.Element {
  const { say } = useTexts();
  const { typed, change } = draft;
  const [left, setLeft] = useState<readonly ExpenseField[]>([]);
  const faults = faultsOf(typed, currency);
  const bound = (field: 'spentOn' | 'purpose' | 'quantity') => ({
    value: typed[field],
    error: said(field),
    onBlur: () => setLeft((known) => [...known, field]),
    onChange: ({ target }: { readonly target: { readonly value: string } }) => change({ [field]: target.value }),
  });
  return (
    <>
      {!isJourney(typed.kind) && <ReceiptField draft={draft} error={said('receipts')} />}
      <Named field="kind">
        <SelectField
          label={say('mine.expense.kind')}
          value={typed.kind}
          choices={[
            ['', say('own.request.choose')],
            ...kinds.map((kind) => [kind, say(`own.expense.kind.${kind}`)] as const),
          ]}
          onChoose={(kind) => change({ kind: kind as Kind | '' })}
          error={said('kind')}
        />
      </Named>
      <Named field="spentOn">
        <TextField label={say('mine.expense.spentOn')} type="date" {...bound('spentOn')} />
      </Named>
      <Named field="purpose">
        <TextField
          label={say('mine.expense.purpose')}
          hint={say(isJourney(typed.kind) ? 'mine.expense.routeHint' : 'mine.expense.purposeHint')}
          maxLength={300}
          {...bound('purpose')}
        />
      </Named>
      {isJourney(typed.kind) ? (
        <Named field="quantity">
          <TextField
            label={say(typed.kind === 'per_diem' ? 'mine.expense.days' : 'mine.expense.kilometres')}
            inputMode="numeric"
            {...bound('quantity')}
          />
        </Named>
      ) : (
        <ReceiptSays draft={draft} currency={currency} said={said} />
      )}
      {activities.length > 1 && (
        <SelectField
          label={say('mine.expense.activity')}
          value={typed.activity}
          choices={activities.map(({ id, kind, name }) => [id, kind === 'personal' ? say('mine.budget.own') : name])}
          onChoose={(activity) => change({ activity })}
        />
      )}
    </>
  );

  /** What the node said of it, else what is missing, once its field was left. */
  function said(field: ExpenseField): string | undefined {
    if (faults.includes(field)) {
      const isSaid = isTried || left.includes(field);
      return isSaid ? say(`mine.expense.fault.${field}`) : undefined;
    }
    if (!(problem instanceof ApiProblem)) return undefined;
    const found = problem.fields.find(({ pointer }) => pointer.startsWith(`#/${field}`));
    return found && (isKnown(found.code) ? say(`mine.expense.refused.${found.code}`) : found.detail);
  }
}

/** What the node says in code, in the reader's words. */
const codes = ['not-spent-yet', 'no-allowance', 'another-currency', 'vat-does-not-fit', 'receipt-used'] as const;
type Code = (typeof codes)[number];

const isKnown = (code: string): code is Code => (codes as readonly string[]).includes(code);

function ReceiptField({
  draft,
  error,
}: {
  readonly draft: SavedDraft;
  readonly error: string | undefined;
}): JSX.Element {
  const { say } = useTexts();
  const { receipts } = draft.typed;
  return (
    <fieldset data-field="receipts">
      <legend>{say('mine.expense.receipts')}</legend>
      <Receipts ids={receipts} onRemove={(id) => draft.change({ receipts: receipts.filter((one) => one !== id) })} />
      <Photo
        onKept={async (id) => {
          if (receipts.includes(id)) return;
          draft.change({ receipts: [...receipts, id] });
          await draft.save();
        }}
      />
      {error !== undefined && <div className="error">{error}</div>}
    </fieldset>
  );
}

interface ReceiptSaysProps {
  readonly draft: SavedDraft;
  readonly currency: CurrencyCode;
  readonly said: (field: ExpenseField) => string | undefined;
}

/** Where it was bought, what was paid, and to whom it is made out: VAT comes back only when that is the cooperative. */
function ReceiptSays({ draft: { typed, change }, currency, said }: ReceiptSaysProps): JSX.Element {
  const { say } = useTexts();
  const countries = useCountries();
  return (
    <>
      <Named field="country">
        <SelectField
          label={say('mine.expense.country')}
          value={typed.country}
          choices={[['', say('own.request.choose')], ...countries]}
          onChoose={(country) => change({ country })}
          error={said('country')}
        />
      </Named>
      <Lines lines={typed.lines} currency={currency} error={said('lines')} onLines={(lines) => change({ lines })} />
      <div data-field="madeOutTo">
        <RadioField
          label={say('mine.expense.madeOutTo')}
          value={typed.madeOutTo}
          choices={[
            ['cooperative', say('mine.expense.cooperative')],
            ['worker', say('mine.expense.worker')],
          ]}
          onChoose={(madeOutTo) => change({ madeOutTo: madeOutTo as Typed['madeOutTo'] })}
        />
        <p className="hint">{say('mine.expense.madeOutHint')}</p>
        {said('madeOutTo') !== undefined && <div className="error">{said('madeOutTo')}</div>}
      </div>
    </>
  );
}
