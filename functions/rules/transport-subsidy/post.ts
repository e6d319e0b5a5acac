import type { EmploymentSpell } from '../../contracts/registers/worker.ts';
import { caveat, claimed, pass, registered, type Finding } from '../check.ts';
import { isKnown } from '../facts.ts';
import type { TransportFacts } from './facts.ts';
import { needsWorker } from '../poor-worker.ts';

const isHeldAfter = ({ kind, startsOn, endsOn }: EmploymentSpell, departedOn: string): boolean =>
  kind === 'PUBLIC_WELFARE_POST' && startsOn <= departedOn && (endsOn === undefined || endsOn > departedOn);

/** Not together with a public-welfare post, which is for those who cannot leave (POLICY section 5). */
export const noPostAtHome = ({ worker, claim: { departedOn } }: TransportFacts): Finding => {
  if (!isKnown(worker)) return needsWorker;
  const post = worker.spells.find((spell) => isHeldAfter(spell, departedOn));
  const inputs = [claimed('departedOn', departedOn)];
  return post === undefined
    ? pass('出发时没有在岗的公益岗位登记。', 'No public-welfare post was held on leaving.', { inputs })
    : caveat(
        'REGISTER_DIFFERS',
        `就业登记显示 ${departedOn} 出发后仍在公益岗位，由工作人员核实是否外出。`,
        `The register shows a public-welfare post held after ${departedOn}; an officer looks whether the worker left.`,
        { inputs: [...inputs, registered('postFrom', post.startsOn, post.source)] },
      );
};
