import type { Catalogue } from '../en/index.js';

export const language: Catalogue['language'] = {
  en: 'English',
  fr: 'Français',
  nl: 'Nederlands',
  sv: 'Svenska',
  de: 'Deutsch',
};
