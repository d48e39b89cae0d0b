import { type CurrencyCode, Money, type PlainDate } from '@passerelle/values';
import {
  type Language,
  type TextKey,
  type TextValues,
  isLanguage,
  localeOf,
  pseudo,
  showDate,
  showMoney,
} from '@passerelle/i18n';
import { createInstance } from 'i18next';
import { type JSX, type ReactNode, createContext, useContext, useEffect, useMemo, useState } from 'react';
import { type Reading, keepLanguage, readLanguage } from './language.js';

/** An amount as the API sends it. */
export interface Amount {
  readonly amount: string;
  readonly currency: string;
}

/** Everything a screen says, in the reader's language and habit. */
export interface Texts {
  readonly language: Reading;
  /** The language whose words data in five languages is read in. */
  readonly words: Language;
  choose(language: Reading): void;
  say(key: TextKey, values?: TextValues): string;
  money(amount: Amount): string;
  day(date: string): string;
  percent(rate: string): string;
  moment(instant: string): string;
}

const context = createContext<Texts | undefined>(undefined);

type Tree = Readonly<Record<string, unknown>>;

const loaders: Readonly<Record<Language, () => Promise<Tree>>> = {
  en: async () => (await import('@passerelle/i18n/catalogues/en')).en,
  fr: async () => (await import('@passerelle/i18n/catalogues/fr')).fr,
  nl: async () => (await import('@passerelle/i18n/catalogues/nl')).nl,
  sv: async () => (await import('@passerelle/i18n/catalogues/sv')).sv,
  de: async () => (await import('@passerelle/i18n/catalogues/de')).de,
};

/** Loads the texts of one language only and gives them to all screens. */
export function Speaking({ children }: { readonly children: ReactNode }): JSX.Element | null {
  const [language, setLanguage] = useState(readLanguage);
  const [spoken, setSpoken] = useState<{ readonly of: Reading; readonly say: Texts['say'] }>();

  useEffect(() => {
    let isCurrent = true;
    const words = isLanguage(language) ? language : 'en';
    void loaders[words]().then((tree) => {
      if (isCurrent) setSpoken({ of: language, say: sayer(language, tree) });
    });
    return () => void (isCurrent = false);
  }, [language]);

  useEffect(() => {
    if (!spoken) return;
    document.documentElement.lang = isLanguage(spoken.of) ? spoken.of : 'en';
  }, [spoken]);

  const texts = useMemo(() => spoken && textsOf(spoken.of, spoken.say, choose), [spoken]);
  return texts ? <context.Provider value={texts}>{children}</context.Provider> : null;

  function choose(chosen: Reading): void {
    keepLanguage(chosen);
    setLanguage(chosen);
  }
}

export function useTexts(): Texts {
  const texts = useContext(context);
  if (!texts) throw new Error('A screen speaks only inside <Speaking>.');
  return texts;
}

function sayer(language: Reading, tree: Tree): Texts['say'] {
  const instance = createInstance();
  void instance.init({
    lng: isLanguage(language) ? language : 'en',
    resources: { [isLanguage(language) ? language : 'en']: { translation: tree } },
    fallbackLng: false,
    initAsync: false,
    interpolation: { escapeValue: false },
  });
  return (key, values = {}) => {
    const text = instance.t(key, { ...values });
    return isLanguage(language) ? text : pseudo(text);
  };
}

function textsOf(language: Reading, say: Texts['say'], choose: Texts['choose']): Texts {
  const words = isLanguage(language) ? language : 'en';
  const locale = localeOf(words);
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 4 });
  const moment = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
  return {
    language,
    words,
    choose,
    say,
    money: (amount) => showMoney(moneyOf(amount), locale),
    day: (date) => showDate(date as PlainDate, locale),
    percent: (rate) => percent.format(rate as Intl.StringNumericLiteral),
    moment: (instant) => moment.format(new Date(instant)),
  };
}

/** Exact money of an answer. Throws when the API breaks its own contract. */
export function moneyOf({ amount, currency }: Amount): Money {
  const read = Money.parse(amount, currency);
  if (!read.ok) throw new Error(read.refusal.detail);
  return read.value;
}

export const amountOf = (money: Money): Amount => ({ amount: money.toDecimal(), currency: money.currency });

export type { CurrencyCode };
