import type { PlainDate } from '@passerelle/values';
import {
  type Language,
  type TextKey,
  type TextValues,
  isLanguage,
  localeOf,
  pseudo,
  showCountry,
  showDays,
  showMoney,
  unbroken,
} from '@passerelle/i18n';
import { createInstance } from 'i18next';
import { type JSX, type ReactNode, createContext, useContext, useEffect, useMemo, useState } from 'react';
import { type Amount, moneyOf } from './amount.js';
import { type ProgramClock, clockOf, useAhead } from './clock.js';
import { type Reading, keepLanguage, readLanguage } from './language.js';
import { type Say, sayWith } from './say.js';
import { type Times, timesOf } from './times.js';
import { type WordGroup, type Words, loadWords } from './words.js';

/** Everything a screen says, in the reader's language and habit. */
export interface Texts extends Times {
  readonly language: Reading;
  /** The language whose words data in five languages is read in. */
  readonly words: Language;
  choose(language: Reading): void;
  /** True when the texts of that group are there. */
  knows(group: WordGroup): boolean;
  learn(group: WordGroup): void;
  readonly say: Say;
  money(amount: Amount): string;
  /** From one day to another. */
  days(first: string, last: string): string;
  percent(rate: string): string;
  /** The name of a country by its code. */
  country(code: string): string;
}

const context = createContext<Texts | undefined>(undefined);

/** Loads the texts of one language only, those of the first screen and those that opened screens ask for. */
export function Speaking({ children }: { readonly children: ReactNode }): JSX.Element | null {
  const [language, setLanguage] = useState(readLanguage);
  const [groups, setGroups] = useState<readonly WordGroup[]>(['first']);
  const [spoken, setSpoken] = useState<Spoken>();

  useEffect(() => {
    let isCurrent = true;
    void loadWords(isLanguage(language) ? language : 'en', groups).then((tree) => {
      if (isCurrent) setSpoken({ of: language, groups, say: sayer(language, tree) });
    });
    return () => void (isCurrent = false);
  }, [language, groups]);

  useEffect(() => {
    if (!spoken) return;
    document.documentElement.lang = isLanguage(spoken.of) ? spoken.of : 'en';
  }, [spoken]);

  const ahead = useAhead();
  const texts = useMemo(() => spoken && textsOf(spoken, clockOf(ahead), { choose, learn }), [spoken, ahead]);
  return texts ? <context.Provider value={texts}>{children}</context.Provider> : null;

  function choose(chosen: Reading): void {
    keepLanguage(chosen);
    setLanguage(chosen);
  }

  function learn(group: WordGroup): void {
    setGroups((known) => (known.includes(group) ? known : [...known, group]));
  }
}

interface Spoken {
  readonly of: Reading;
  readonly groups: readonly WordGroup[];
  readonly say: Texts['say'];
}

/** Screens whose texts are not among the first ones. */
export function InWords({ of, children }: { readonly of: WordGroup; readonly children: ReactNode }): ReactNode {
  const { knows, learn, say } = useTexts();
  useEffect(() => learn(of), [of, learn]);
  return knows(of) ? children : <p role="status">{say('web.loading')}</p>;
}

export function useTexts(): Texts {
  const texts = useContext(context);
  if (!texts) throw new Error('A screen speaks only inside <Speaking>.');
  return texts;
}

function sayer(language: Reading, tree: Words): Texts['say'] {
  const instance = createInstance();
  void instance.init({
    lng: isLanguage(language) ? language : 'en',
    resources: { [isLanguage(language) ? language : 'en']: { translation: tree } },
    fallbackLng: false,
    initAsync: false,
    interpolation: { escapeValue: false },
  });
  return sayWith((key: TextKey, values: TextValues) => {
    const text = instance.t(key, { ...values });
    return isLanguage(language) ? unbroken(text, language) : pseudo(text);
  });
}

function textsOf(
  { of: language, groups, say }: Spoken,
  clock: ProgramClock,
  acts: Pick<Texts, 'choose' | 'learn'>,
): Texts {
  const words = isLanguage(language) ? language : 'en';
  const locale = localeOf(words);
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 4 });
  return {
    language,
    words,
    ...acts,
    ...timesOf(locale, clock),
    knows: (group) => groups.includes(group),
    say,
    money: (amount) => showMoney(moneyOf(amount), locale),
    days: (first, last) => showDays({ first: first as PlainDate, last: last as PlainDate }, locale),
    // A share such as 85/92 has no end as a decimal: it is said as it is.
    percent: (rate) => (rate.includes('/') ? rate : percent.format(rate as Intl.StringNumericLiteral)),
    country: (code) => showCountry(code, locale),
  };
}
