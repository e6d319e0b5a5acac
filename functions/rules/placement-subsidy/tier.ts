import { divisionName } from '../../contracts/divisions.ts';
import {
  caveat,
  claimed,
  fail,
  notApplicable,
  notConfigured,
  pass,
  registered,
  used,
  yuan,
  type Finding,
} from '../check.ts';
import { homeOf, isKnown, type RuleSet } from '../facts.ts';
import { holdsHome, tierNames, tierOf, type Tier } from '../tier.ts';
import type { PlacementFacts } from './facts.ts';

type Paid = Exclude<Tier, 'OVERSEAS'>;

/** The tiers a workplace may mean: both of Shanxi's where it is a city or the province that holds the home county. */
const tiersOf = (home: string, workplace: string): readonly Paid[] => {
  if (holdsHome(home, workplace)) return ['IN_COUNTY', 'IN_PROVINCE'];
  const found = tierOf(home, workplace);
  return found === 'OVERSEAS' ? [] : [found];
};

/** What is paid, and for which tier; of two that are possible the smaller, for the officer to correct. */
const figureFor = (tiers: readonly Paid[], { values }: RuleSet) => {
  const [first] = tiers
    .map((name) => ({ name, fen: values.placement.tierFen[name] }))
    .sort((a, b) => (a.fen ?? -1) - (b.fen ?? -1));
  return first;
};

/** In fen; null while the figure is not set, undefined where no tier can be named. */
export const tierFigure = (facts: PlacementFacts, rules: RuleSet): number | null | undefined => {
  const home = homeOf(facts);
  return home === undefined ? undefined : figureFor(tiersOf(home, facts.claim.workplace), rules)?.fen;
};

/** 县内、省内、省外: 500, 800, 1000 yuan. Placement abroad belongs to clause 二.3. */
export const tier = (facts: PlacementFacts, rules: RuleSet): Finding => {
  const { worker, claim } = facts;
  const home = homeOf(facts);
  if (home === undefined) return notApplicable('户籍县未知。', 'The home county is not known.');
  const figure = figureFor(tiersOf(home, claim.workplace), rules);
  const inputs = [
    claimed('workplace', claim.workplace),
    isKnown(worker) ? registered('homeDivision', home, worker.source) : claimed('division', home),
  ];
  if (figure === undefined)
    return fail(
      'OVERSEAS_NOT_TIERED',
      '境外就业按第二条第3项办理。',
      'Placement abroad belongs to clause 二.3.',
      { inputs },
    );
  const { name, fen } = figure;
  if (fen === null) return notConfigured(`placement.tierFen.${name}`);
  const values = [used(rules, `placement.tierFen.${name}`, fen)];
  if (holdsHome(home, claim.workplace))
    return caveat(
      'PROOF_MISSING',
      `就业地只写到 ${divisionName(claim.workplace)}，其中包含户籍县，由工作人员核实是县内还是省内。`,
      `The workplace is named as ${divisionName(claim.workplace)}, which holds the home county; an officer looks which of the two tiers it is.`,
      { inputs, values },
    );
  const { zh, en } = tierNames[name];
  return pass(`${zh}就业，每人 ${yuan(fen)} 元。`, `Placed ${en}: ${yuan(fen)} yuan.`, { inputs, values });
};
