import { type ComboboxParsedItem, Select, isOptionsGroup } from '@mantine/core';
import type { JSX } from 'react';
import { useTexts } from '../../app/texts.js';
import { type ChoiceProps, Field } from '../field.js';
import { holds } from '../holds.js';
import { Themed } from './themed.js';

/** More than these are found by typing on, not by scrolling. */
const most = 100;

interface SearchProps extends ChoiceProps {
  /** The value of a choice that stands there whatever is typed. */
  readonly besides: string | undefined;
}

/** The browser has no list that one types into and chooses from; this is the library's. Nothing chosen is `''`. */
export function SearchField(props: SearchProps): JSX.Element {
  const { label, value, choices, besides, onChoose, hint, error, onBlur } = props;
  const { say } = useTexts();
  const found = ({ options, search }: { options: ComboboxParsedItem[]; search: string }): ComboboxParsedItem[] =>
    options.filter((one) => !isOptionsGroup(one) && (one.value === besides || holds(one.label, search)));
  return (
    <Field label={label} hint={hint} error={error}>
      {(bound) => (
        <Themed>
          <Select
            {...bound}
            aria-label={label}
            searchable
            limit={most}
            data={choices.filter(([one]) => one !== '').map(([one, text]) => ({ value: one, label: text }))}
            filter={found}
            value={value === '' ? null : value}
            placeholder={choices.find(([one]) => one === '')?.[1]}
            nothingFoundMessage={say('own.nothingFound')}
            onChange={(chosen) => onChoose(chosen ?? '')}
            onBlur={onBlur}
          />
        </Themed>
      )}
    </Field>
  );
}
