import type { First } from '../en/first.js';
import { confidence } from './confidence.js';
import { guarantee } from './guarantee.js';
import { language } from './language.js';
import { mission } from './mission.js';
import { money } from './money.js';
import { payslip } from './payslip.js';
import { saveState } from './save-state.js';
import { web } from './web.js';

export const first: First = { language, mission, guarantee, payslip, confidence, money, saveState, web };
