import type { RecognitionRecord } from '../../contracts/registers/organisation.ts';
import { caveat, claimed, fail, pass, registered, unavailable, type Finding } from '../check.ts';
import { isKnown } from '../facts.ts';
import { stepOn } from '../recognition.ts';
import type { BaseAwardFacts } from './facts.ts';

const sentences = {
  NOT_YET: ['尚未认定为就业扶贫基地。', 'It is not recognised as an employment base yet.'],
  REVOKED: ['就业扶贫基地认定已被撤销。', 'Its recognition as an employment base has been revoked.'],
  SUSPENDED: [
    '就业扶贫基地认定已暂停，由工作人员核实。',
    'Its recognition as an employment base is suspended; an officer looks.',
  ],
  ACTIVE: ['就业扶贫基地认定有效。', 'Its recognition as an employment base is in force.'],
} as const;

const numberAgrees = (agrees: boolean, rest: Pick<Finding, 'inputs'>): Finding =>
  agrees
    ? pass(...sentences.ACTIVE, rest)
    : caveat(
        'REGISTER_DIFFERS',
        '认定编号与认定台账不一致，由工作人员核实。',
        'The register has another number for this recognition; an officer looks.',
        rest,
      );

const byRegister = (recognition: RecognitionRecord, claimedNo: string, on: string): Finding => {
  const { recognitionNo, level, source } = recognition;
  const step = stepOn(recognition, on);
  const standing = step?.status ?? 'NOT_YET';
  const inputs = [
    claimed('recognitionNo', claimedNo),
    registered('recognitionNo', recognitionNo, source),
    registered('level', level, source),
    registered('status', standing, source),
    registered('statusFrom', step?.from ?? null, source),
  ];
  if (standing === 'ACTIVE') return numberAgrees(recognitionNo === claimedNo, { inputs });
  const finding = standing === 'SUSPENDED' ? caveat : fail;
  const [zh, en] = sentences[standing];
  return finding('NOT_RECOGNISED', zh, en, { inputs });
};

/** The award rests on a recognition that is in force on the count date; the register of recognitions says. */
export const recognised = ({ claim, recognition }: BaseAwardFacts, on: string): Finding =>
  isKnown(recognition)
    ? byRegister(recognition, claim.recognitionNo, on)
    : unavailable(
        'REGISTER_DOES_NOT_KNOW',
        '认定台账中没有查到该基地，由工作人员核实。',
        'The register of recognitions does not know this base; an officer looks.',
        { inputs: [claimed('recognitionNo', claim.recognitionNo)] },
      );
