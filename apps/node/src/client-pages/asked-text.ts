import { text } from '../missions/plain-page.js';

interface AskedText {
  readonly label: string;
  /** What to do about it, where nothing was written although it is needed. */
  readonly missing: string | null;
  /** What was written before. */
  readonly typed: string;
}

/** Where a client says why, in her own words; what is missing is said at the field, which the reader is led to. */
export const askedText = ({ label, missing, typed }: AskedText): string =>
  `<label for="text">${text(label)}</label>
    ${missing === null ? '' : `<p role="alert" id="why">${text(missing)}</p>`}
    <textarea id="text" name="text" rows="4" maxlength="500"${missing === null ? '' : ' aria-invalid="true" aria-describedby="why" autofocus'}>
${text(typed)}</textarea>`;
