import { countryOf } from '@passerelle/rules';
import { day } from '@passerelle/values';
import type { EntityId } from '../cooperative/legal-entity.js';
import type { MemberId } from '../members/member.js';
import {
  type Declaration,
  type DeclarationId,
  type DeclarationStep,
  decide,
  declarationStates,
  fileOf,
  refusalOf,
  stateOf,
  stepsFrom,
} from './declaration.js';
import { declarationText } from './declaration-text.js';
import { comparedIn } from './difference.js';

const dimona = countryOf('BE')!.declarations.find(({ id }) => id === 'be.dimona')!;
const dmfa = countryOf('BE')!.declarations.find(({ id }) => id === 'be.dmfa')!;
const at = new Date('2026-03-20T09:00:00Z');

const after = (...steps: readonly DeclarationStep[]): Declaration => ({
  id: 'd' as DeclarationId,
  number: 1,
  form: dimona,
  entity: 'e' as EntityId,
  member: 'm' as MemberId,
  mission: null,
  first: day('2026-03-23'),
  last: day('2026-03-27'),
  dueOn: day('2026-03-23'),
  known: { 'employer.number': '0428759497', 'work.first': '2026-03-23', 'work.last': '2026-03-27' },
  steps: [{ kind: 'prepared' } as const, ...steps].map((step) => ({ at, who: 'payroll', step })),
});

const said = (fields: Readonly<Record<string, string | null>>) => ({ kind: 'said', fields }) as const;
const whole = said({ 'worker.nationalNumber': '90051700053', 'worker.kind': 'OTH' });
const sent = { kind: 'sent', schema: null } as const;
const refused = { kind: 'refused', field: 'worker.nationalNumber', reason: 'The number is unknown.' } as const;
const late = { kind: 'late' } as const;

describe('a declaration of rubrics', () => {
  const dsn = countryOf('FR')!.declarations.find(({ id }) => id === 'fr.dsn')!;
  const known = {
    'employer.number': '73282932000074',
    'period.month': '2026-03',
    'worker.nationalNumber': '190057512345678',
    'worker.name': "Lucas D'Ormesson",
    'work.first': '2026-03-23',
    'pay.gross': '1000.00',
  };

  it('is one line for each that is said, in the order of the norm, with days as the norm writes them', () => {
    expect(declarationText(dsn, fileOf({ ...after(), form: dsn, known }).fields)!.split('\r\n')).toEqual([
      "S20.G00.05.005,'01032026'",
      "S21.G00.11.001,'73282932000074'",
      "S21.G00.30.001,'190057512345678'",
      "S21.G00.30.002,'Lucas D'Ormesson'",
      "S21.G00.40.001,'23032026'",
      "S21.G00.51.013,'1000.00'",
      '',
    ]);
  });

  it('is not made of a form whose fields are no rubrics', () => {
    expect(declarationText(dimona, fileOf(after()).fields)).toBeNull();
  });
});

describe('a declaration', () => {
  it('can come to each of its states, and stays where the authority accepted it', () => {
    const reached = Object.values(stepsFrom).flatMap(({ to }) => to ?? []);
    expect(new Set(['prepared', ...reached])).toEqual(new Set(declarationStates));
    const accepted = after(whole, sent, { kind: 'accepted', reference: '7' });
    for (const step of [whole, sent, refused, late, { kind: 'withdrawn' }] as const)
      expect(decide(accepted, step)).toEqual({
        ok: false,
        refusal: { kind: 'not-from-here', step: step.kind, state: 'accepted', awaitsAnswer: false },
      });
  });

  it('is not sent before everything is said, and said as the authority reads it', () => {
    const missing = ['worker.nationalNumber', 'worker.kind'];
    expect(decide(after(), sent)).toEqual({ ok: false, refusal: { kind: 'not-ready', missing, wrong: [] } });
    const short = after(whole, said({ 'worker.nationalNumber': '9005' }));
    expect(decide(short, sent)).toMatchObject({ refusal: { missing: [], wrong: ['worker.nationalNumber'] } });
    expect(decide(after(whole), sent)).toEqual({ ok: true, value: sent });
  });

  it('takes a word that its form does not ask for as a mistake', () => {
    const refusal = { kind: 'no-such-field', field: 'worker.shoeSize' };
    expect(decide(after(), said({ 'worker.shoeSize': '38' }))).toEqual({ ok: false, refusal });
    expect(decide(after(whole, sent), { ...refused, field: 'worker.shoeSize' })).toEqual({ ok: false, refusal });
  });

  it('is corrected after a refusal, whose reason stays to be read, and sent again', () => {
    const corrected = after(whole, sent, refused, said({ 'worker.nationalNumber': '90051700154' }));
    expect([stateOf(corrected), refusalOf(corrected)]).toMatchObject(['refused', { reason: 'The number is unknown.' }]);
    expect(fileOf(corrected).fields[1]?.value).toBe('90051700154');
    expect(decide(corrected, sent).ok).toBe(true);
  });

  it('is late while it is not accepted, whoever has it', () => {
    for (const steps of [[], [whole, sent], [whole, sent, refused]]) {
      expect(decide(after(...steps), late)).toEqual({ ok: true, value: late });
      expect(decide(after(...steps, late), late).ok).toBe(false);
    }
    expect(stateOf(after(late, whole, sent))).toBe('sent');
  });

  it('is answered though it is late if the authority has it, and otherwise sent', () => {
    const [accepted, withdrawn] = [{ kind: 'accepted', reference: '7' }, { kind: 'withdrawn' }] as const;
    const can = (declaration: Declaration) =>
      [whole, sent, accepted, refused, withdrawn].map((step) => decide(declaration, step).ok);
    expect(can(after(whole, late))).toEqual([true, true, false, false, true]);
    expect(can(after(whole, sent, late))).toEqual([false, false, true, true, false]);
    expect(can(after(whole, sent, late, refused, late))).toEqual([true, true, false, false, true]);
  });

  it('is compared with what the authority states of it, to the cent, once it has it', () => {
    const known = { 'pay.gross': '1000.10', 'pay.social': '392.60', 'worker.nationalNumber': '90051700053' };
    const told = (...steps: readonly DeclarationStep[]) => ({ ...after(...steps), form: dmfa, known });
    const stated = (fields: Readonly<Record<string, string | null>>) => ({ kind: 'stated', fields }) as const;
    const theirs = stated({ 'pay.gross': '999.15', 'pay.social': '392.60', 'worker.nationalNumber': '90051700154' });
    expect(decide(told(), theirs)).toMatchObject({ refusal: { kind: 'not-from-here' } });
    expect(decide(told(sent), stated({ 'pay.gross': '999,15' }))).toEqual({
      ok: false,
      refusal: { kind: 'not-comparable', field: 'pay.gross' },
    });
    const accepted = told(sent, { kind: 'accepted', reference: '7' }, theirs);
    expect([decide(accepted, theirs).ok, stateOf(accepted)]).toEqual([true, 'accepted']);
    const rows = comparedIn(accepted).map(({ name, delta, isDifferent }) => [name, delta, isDifferent]);
    expect(new Set(rows)).toEqual(
      new Set([
        ['worker.nationalNumber', null, true],
        ['pay.gross', '-0.95', true],
        ['pay.social', '0.00', false],
      ]),
    );
    expect(comparedIn(told(sent, theirs, stated({ 'pay.gross': null })))).toHaveLength(2);
  });

  it('takes back what was said, over what the node knew too', () => {
    expect(fileOf(after(whole, said({ 'work.first': null }))).missing).toEqual(['work.first']);
  });
});
