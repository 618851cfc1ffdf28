import { type Refusal, refusal } from '../../shared/contract/refusals.ts';
import type { Word } from '../../shared/contract/word.ts';
import type { WordName } from '../../shared/contract/words.ts';
import type { StaffId } from '../../shared/domain/sale.ts';
import type { Json } from '../../shared/lib/canonical.ts';
import type { Actor, MoreLeave } from './feature.ts';
import { type Session, subjectOf } from './session.ts';

/** A word as somebody says it. `more`: what it would do now that needs leave beyond the word's own. */
export type Said = {
  readonly name: WordName;
  readonly word: Word;
  readonly input: Json;
  readonly approval: string | undefined;
  readonly more: MoreLeave | null;
};

/** Null when the word may be said; else why not. */
export function refusedLeave(session: Session, actor: Actor, said: Said): Refusal | null {
  const { more } = said;
  const refused = refusedOwn(session, actor, said);
  if (!more) return refused;
  // Leave for more is leave for the word as well, so one approval does; unless asking for it would tell something.
  const atOnce = refused?.code === 'needs-approval' && !more.hidden;
  return refused === null || atOnce ? refusedMore(session, actor, said, more) : refused;
}

/** Who gave the approval that comes with the word; null where there is none, or it does not hold. */
export const giverOf = (session: Session, said: Said): StaffId | null =>
  said.approval === undefined ? null : session.giverOf(said.approval, said.name, subjectsOf(said));

const subjectsOf = ({ name, input, more }: Said): readonly string[] => [
  subjectOf(name, input),
  ...(more ? [subjectOf(name, input, more.about)] : []),
];

function refusedOwn(session: Session, actor: Actor, said: Said): Refusal | null {
  const { name, word, approval } = said;
  const { permission } = word;
  const subjects = () => subjectsOf(said);
  const leave = session.leaveFor(actor, { word: name, permission, subjects, approval });
  switch (leave) {
    case 'granted':
      return null;
    case 'not-allowed':
      return refusal(leave, { permission });
    case 'needs-approval':
      return refusal(leave, { permission, word: name, subject: subjectOf(name, said.input) });
    default:
      return refusal(leave, {});
  }
}

function refusedMore(session: Session, actor: Actor, said: Said, { about }: MoreLeave): Refusal | null {
  const { name, input, approval } = said;
  const permission = said.word.beyond!;
  const subject = subjectOf(name, input, about);
  // Leave that was given without knowing of it is none: it is asked for anew.
  const knowing = approval !== undefined && session.giverOf(approval, name, [subject]) !== null;
  const wanted = {
    word: name,
    permission,
    subjects: () => [subject],
    approval: knowing ? approval : undefined,
  };
  const leave = session.leaveFor(actor, wanted);
  if (leave === 'granted') return null;
  if (leave === 'needs-approval') return refusal(leave, { permission, word: name, subject, about });
  return leave === 'not-allowed' ? refusal(leave, { permission }) : refusal(leave, {});
}
