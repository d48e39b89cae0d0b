import type { Catalogue } from '../en/index.js';
import { about } from './about.js';
import { access } from './access.js';
import { confidence } from './confidence.js';
import { desk } from './desk.js';
import { federation } from './federation.js';
import { guarantee } from './guarantee.js';
import { home } from './home.js';
import { keys } from './keys.js';
import { language } from './language.js';
import { mine } from './mine.js';
import { mission } from './mission.js';
import { money } from './money.js';
import { own } from './own.js';
import { payslip } from './payslip.js';
import { refusal } from './refusal.js';
import { saveState } from './save-state.js';
import { trail } from './trail.js';
import { web } from './web.js';

/** The Dutch texts. */
export const nl: Catalogue = {
  language,
  mission,
  guarantee,
  payslip,
  confidence,
  money,
  saveState,
  web,
  access,
  own,
  home,
  mine,
  desk,
  federation,
  refusal,
  trail,
  keys,
  about,
};
