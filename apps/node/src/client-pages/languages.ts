import { type Language, languages } from '@passerelle/doors';
import { text } from '../missions/plain-page.js';

/** Of a page on which nothing is typed. `name` says what is chosen. */
export const languageLinks = (name: string, chosen: Language): string =>
  `<nav aria-label="${text(name)}">${languages
    .map((each) => (each === chosen ? `<b>${each}</b>` : `<a href="?lang=${each}" hreflang="${each}">${each}</a>`))
    .join(' ')}</nav>`;

/** Inside a form: choosing a language sends what was typed along, and answers nothing. */
export const languageButtons = (name: string, action: string, chosen: Language): string =>
  `<div role="group" aria-label="${text(name)}" class="languages">${languages
    .map(
      (each) =>
        `<button formaction="${action}?lang=${each}" lang="${each}"${each === chosen ? ' aria-pressed="true"' : ''}>${each}</button>`,
    )
    .join(' ')}</div>`;
