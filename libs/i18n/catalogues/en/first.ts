import { confidence } from './confidence.js';
import { guarantee } from './guarantee.js';
import { language } from './language.js';
import { mission } from './mission.js';
import { money } from './money.js';
import { payslip } from './payslip.js';
import { saveState } from './save-state.js';
import { web } from './web.js';

/** What every screen may need: it is loaded with the first one. */
export const first = { language, mission, guarantee, payslip, confidence, money, saveState, web };

export type First = typeof first;
