import { publicId, type Work } from '@passerelle/doors';
import type { InboxItem } from '../inbox/inbox-item.js';
import { InboxSource } from '../inbox/inbox-source.js';
import type { Members } from '../members/members.service.js';
import { type Declaration, awaitsAnswer, refusalOf, stateOf } from './declaration.js';
import type { DeclarationsStore } from './declarations.store.js';

/** What is to be completed, corrected or handed in, and whatever is late; what an authority has in time can wait. */
export class DeclarationsToMake extends InboxSource {
  override readonly kinds = ['declaration'] as const;

  constructor(
    private readonly store: DeclarationsStore,
    private readonly members: Members,
  ) {
    super();
  }

  override async waiting(work: Work): Promise<readonly InboxItem[]> {
    const open = await this.store.open(work);
    const ours = open.filter((declaration) => stateOf(declaration) === 'late' || !awaitsAnswer(declaration));
    const members = await this.members.several(work, [...new Set(ours.map(({ member }) => member))]);
    const names = new Map(members.map(({ id, name }) => [id, name]));
    return ours.map((declaration) => itemOf(declaration, names.get(declaration.member)!));
  }
}

function itemOf(declaration: Declaration, worker: string): InboxItem {
  const { id, form, number, steps, dueOn } = declaration;
  const refused = stateOf(declaration) === 'refused' ? refusalOf(declaration) : null;
  return {
    kind: 'declaration',
    id: publicId('decl', id),
    about: `${form.localName} ${number} · ${worker}`,
    count: null,
    why: refused && { code: 'refused', text: refused.reason },
    since: steps.at(-1)!.at,
    deadline: dueOn,
    amount: null,
    page: `/staff/declarations/${publicId('decl', id)}`,
  };
}
