import type { Language } from '@passerelle/i18n';

/** Texts that are loaded together. */
export type WordGroup =
  'first' | 'access' | 'own' | 'home' | 'mine' | 'desk' | 'federation' | 'trail' | 'keys' | 'about';

export type Words = Readonly<Record<string, unknown>>;

type Loaders = Readonly<Record<WordGroup, () => Promise<Words>>>;

/** One language, and of it only what the open screens say. */
export async function loadWords(language: Language, groups: readonly WordGroup[]): Promise<Words> {
  const needed = new Set(groups.flatMap((group) => [...(saidAgain[group] ?? []), group]));
  const loaded = await Promise.all([...needed].map((group) => loaders[language][group]()));
  return Object.assign({}, ...loaded) as Words;
}

/** What home says in short, the rooms behind it say again. */
const saidAgain: Partial<Readonly<Record<WordGroup, readonly WordGroup[]>>> = { mine: ['home'] };

/** A bundler follows addresses that are written out. */
const loaders: Readonly<Record<Language, Loaders>> = {
  en: {
    first: async () => (await import('@passerelle/i18n/catalogues/en/first')).first,
    access: () => import('@passerelle/i18n/catalogues/en/access'),
    own: () => import('@passerelle/i18n/catalogues/en/own'),
    home: () => import('@passerelle/i18n/catalogues/en/home'),
    mine: () => import('@passerelle/i18n/catalogues/en/mine'),
    desk: () => import('@passerelle/i18n/catalogues/en/desk'),
    federation: () => import('@passerelle/i18n/catalogues/en/federation'),
    trail: () => import('@passerelle/i18n/catalogues/en/trail'),
    keys: () => import('@passerelle/i18n/catalogues/en/keys'),
    about: () => import('@passerelle/i18n/catalogues/en/about'),
  },
  fr: {
    first: async () => (await import('@passerelle/i18n/catalogues/fr/first')).first,
    access: () => import('@passerelle/i18n/catalogues/fr/access'),
    own: () => import('@passerelle/i18n/catalogues/fr/own'),
    home: () => import('@passerelle/i18n/catalogues/fr/home'),
    mine: () => import('@passerelle/i18n/catalogues/fr/mine'),
    desk: () => import('@passerelle/i18n/catalogues/fr/desk'),
    federation: () => import('@passerelle/i18n/catalogues/fr/federation'),
    trail: () => import('@passerelle/i18n/catalogues/fr/trail'),
    keys: () => import('@passerelle/i18n/catalogues/fr/keys'),
    about: () => import('@passerelle/i18n/catalogues/fr/about'),
  },
  nl: {
    first: async () => (await import('@passerelle/i18n/catalogues/nl/first')).first,
    access: () => import('@passerelle/i18n/catalogues/nl/access'),
    own: () => import('@passerelle/i18n/catalogues/nl/own'),
    home: () => import('@passerelle/i18n/catalogues/nl/home'),
    mine: () => import('@passerelle/i18n/catalogues/nl/mine'),
    desk: () => import('@passerelle/i18n/catalogues/nl/desk'),
    federation: () => import('@passerelle/i18n/catalogues/nl/federation'),
    trail: () => import('@passerelle/i18n/catalogues/nl/trail'),
    keys: () => import('@passerelle/i18n/catalogues/nl/keys'),
    about: () => import('@passerelle/i18n/catalogues/nl/about'),
  },
  sv: {
    first: async () => (await import('@passerelle/i18n/catalogues/sv/first')).first,
    access: () => import('@passerelle/i18n/catalogues/sv/access'),
    own: () => import('@passerelle/i18n/catalogues/sv/own'),
    home: () => import('@passerelle/i18n/catalogues/sv/home'),
    mine: () => import('@passerelle/i18n/catalogues/sv/mine'),
    desk: () => import('@passerelle/i18n/catalogues/sv/desk'),
    federation: () => import('@passerelle/i18n/catalogues/sv/federation'),
    trail: () => import('@passerelle/i18n/catalogues/sv/trail'),
    keys: () => import('@passerelle/i18n/catalogues/sv/keys'),
    about: () => import('@passerelle/i18n/catalogues/sv/about'),
  },
  de: {
    first: async () => (await import('@passerelle/i18n/catalogues/de/first')).first,
    access: () => import('@passerelle/i18n/catalogues/de/access'),
    own: () => import('@passerelle/i18n/catalogues/de/own'),
    home: () => import('@passerelle/i18n/catalogues/de/home'),
    mine: () => import('@passerelle/i18n/catalogues/de/mine'),
    desk: () => import('@passerelle/i18n/catalogues/de/desk'),
    federation: () => import('@passerelle/i18n/catalogues/de/federation'),
    trail: () => import('@passerelle/i18n/catalogues/de/trail'),
    keys: () => import('@passerelle/i18n/catalogues/de/keys'),
    about: () => import('@passerelle/i18n/catalogues/de/about'),
  },
};
