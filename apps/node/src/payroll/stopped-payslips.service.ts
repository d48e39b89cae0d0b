import { inHabit, publicId, type Work } from '@passerelle/doors';
import type { InboxItem } from '../inbox/inbox-item.js';
import { type Asker, InboxSource } from '../inbox/inbox-source.js';
import type { Members } from '../members/members.service.js';
import { nameOf } from '../missions/mission.js';
import type { Missions } from '../missions/missions.service.js';
import type { PayrollProblem } from './payroll-problem.js';
import { payrollRefusalWords } from './payroll-refusals.words.js';
import type { PayslipsStore } from './payslips.store.js';

/** What a payslip is of, and what was agreed for it. */
type Of = Pick<InboxItem, 'about' | 'amount'>;

/** Payslips that a rule stands against. */
export class StoppedPayslips extends InboxSource {
  override readonly kinds = ['payslip-stopped'] as const;

  constructor(
    private readonly store: PayslipsStore,
    private readonly missions: Missions,
    private readonly members: Members,
  ) {
    super();
  }

  override async waiting(work: Work, asker: Asker): Promise<readonly InboxItem[]> {
    const problems = await this.store.problems(work, { after: null, limit: null, open: true });
    const of = await this.namedIn(work, problems, asker);
    return problems.map((problem) => itemOf(problem, of(problem), asker));
  }

  private async namedIn(
    work: Work,
    problems: readonly PayrollProblem[],
    { language }: Asker,
  ): Promise<(problem: PayrollProblem) => Of> {
    const missions = await this.missions.several(
      work,
      problems.flatMap(({ mission }) => mission ?? []),
    );
    const members = await this.members.several(work, [...new Set(problems.map(({ member }) => member))]);
    const ofMission = new Map(missions.map((each) => [each.id, { about: nameOf(each), amount: each.terms.price }]));
    const names = new Map(members.map(({ id, name }) => [id, name]));
    return ({ mission, member, month }) =>
      mission === null
        ? { about: `${names.get(member)!} · ${inHabit(month!, language)}`, amount: null }
        : ofMission.get(mission)!;
  }
}

function itemOf({ id, refusal, raisedAt }: PayrollProblem, of: Of, { language }: Asker): InboxItem {
  const { detail } = payrollRefusalWords(refusal);
  return {
    ...of,
    kind: 'payslip-stopped',
    id: publicId('prob', id),
    count: null,
    why: { code: refusal.kind, text: inHabit(detail[language], language) },
    since: raisedAt,
    deadline: refusal.date,
    page: `/staff/payslips/${publicId('prob', id)}`,
  };
}
