export const language = {
  en: 'English',
  fr: 'Français',
  nl: 'Nederlands',
  sv: 'Svenska',
  de: 'Deutsch',
};
