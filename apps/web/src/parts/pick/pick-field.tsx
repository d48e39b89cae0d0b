import { type JSX, Suspense, lazy } from 'react';
import { useTexts } from '../../app/texts.js';
import { type ChoiceProps, Field, SelectField } from '../field.js';

const SearchField = lazy(async () => ({ default: (await import('./search-field.js')).SearchField }));

/** So many choices are not seen at one glance. */
const searchedFrom = 12;

export interface PickProps extends ChoiceProps {
  /** A choice that stands there whatever is typed. */
  readonly besides?: readonly [value: string, text: string];
}

/** One of however many: few are the browser's own list, many are searched by what is typed. */
export function PickField({ choices, besides, ...rest }: PickProps): JSX.Element {
  const { say } = useTexts();
  const all = besides ? [...choices, besides] : choices;
  if (all.length < searchedFrom) return <SelectField choices={all} {...rest} />;
  const coming = (
    <Field label={rest.label}>{(bound) => <input {...bound} readOnly value={say('web.loading')} />}</Field>
  );
  return (
    <Suspense fallback={coming}>
      <SearchField choices={all} besides={besides?.[0]} {...rest} />
    </Suspense>
  );
}
